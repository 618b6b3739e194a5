"""One session that is run again and again, in a process of its own and without a network: what each run leaves behind on the server.

`python -m tests.bench.rerun 2000` prints, after each round of views, how many runs there were, how many blocks of memory Python holds, and
the memory of the process in MiB. The clock by which files stay for a while is compressed: with each run as much passes.
"""

import asyncio
import gc
import json
import os
import sys
from itertools import count, cycle

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.runtime import Runtime, RuntimeConfig
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

from components import grace, warm
from tests.bench.readers import OBJECTIVES
from tests.server import ROOT, memory_of

PAGE = "offices"


def asking(query: str) -> BackMsg:
    """Return what a browser sends when a page that stands is asked for anew, as by Back."""
    message = BackMsg()
    asked = message.rerun_script
    asked.page_name, asked.query_string = PAGE, query
    asked.context_info.url = f"http://localhost/{PAGE}"
    asked.context_info.locale, asked.context_info.color_scheme = "en-US", "light"
    return message


async def rerun(runs: int) -> None:
    """Run a session so often, and print how memory stands after each round of the objectives."""
    runtime = Runtime(
        RuntimeConfig(
            script_path=str(ROOT / "components" / "shell.py"),
            media_file_storage=MemoryMediaFileStorage("/media"),
            uploaded_file_manager=MemoryUploadedFileManager("/upload"),
        )
    )
    await runtime.start()
    passing = count(step=grace.SECONDS + 1)
    grace.grant(runtime.media_file_mgr, lambda: next(passing))
    reader = warm.Nobody()
    session = runtime.connect_session(reader, {})
    for run, chosen in zip(range(1, runs + 1), cycle(OBJECTIVES), strict=False):
        reader.stands.clear()
        runtime.handle_backmsg(session, asking("&".join(f"objective={number}" for number in chosen)))
        await asyncio.wait_for(reader.stands.wait(), warm.PATIENCE)
        if run % len(OBJECTIVES) == 0:
            gc.collect()
            print(json.dumps([run, sys.getallocatedblocks(), memory_of(os.getpid())]), flush=True)
    runtime.close_session(session)
    runtime.stop()
    await runtime.stopped


if __name__ == "__main__":
    asyncio.run(rerun(int(sys.argv[1])))
