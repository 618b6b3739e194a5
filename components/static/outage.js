// A connection that is gone, or a server that is silent, said in our words (components/language.py): Streamlit's own are for whoever
// runs the server, and in English. Loaded on every run; listens once.

if (!window.outageIsHeard) {
  window.outageIsHeard = true;

  const GONE = 1500; // milliseconds without a connection, until it is said: a short gap is none
  const SILENT = 6000; // after something was asked for, until a server that answers nothing at all is called silent
  const SLOW = 12000; // for which a page is made, until it is said that it takes long

  const app = document.querySelector(".stApp");
  const words = () => JSON.parse(document.getElementById("page-language")?.dataset.keys ?? "{}");
  const bar = document.body.appendChild(Object.assign(document.createElement("div"), { id: "outage" }));
  bar.setAttribute("role", "status");

  const isConnected = () => app.dataset.testConnectionState === "CONNECTED";
  const isRunning = () => app.dataset.testScriptState === "running";
  let gone = false, silent = false, slow = false;
  const say = () => {
    const told = gone || silent ? words().lost : slow ? words().slow : "";
    if (bar.textContent !== (told ?? "")) bar.textContent = told ?? "";
  };

  let waiting, asking;
  const changed = () => {
    clearTimeout(waiting);
    clearTimeout(asking);
    if (isConnected()) {
      gone = silent = slow = false;
      if (isRunning()) waiting = setTimeout(() => ((slow = true), say(), ask()), SLOW);
    } else waiting = setTimeout(() => ((gone = true), say()), GONE);
    say();
  };

  // A connection may look whole while nothing comes through it: a server that is stopped, a network that swallows all. Whether it is
  // so is asked once something was asked for and nothing has happened, and then until an answer comes.
  const ask = async () => {
    clearTimeout(asking);
    try {
      await fetch("./healthz", { cache: "no-store", signal: AbortSignal.timeout(SILENT / 2) });
      silent = false;
    } catch {
      silent = true;
      asking = setTimeout(ask, SILENT / 2);
    }
    say();
  };
  const asked = () => {
    if (silent) return;
    clearTimeout(asking);
    asking = setTimeout(ask, SILENT / 2);
  };
  for (const about of ["click", "change"]) app.addEventListener(about, asked, true);
  addEventListener("popstate", asked);

  new MutationObserver(changed).observe(app, { attributeFilter: ["data-test-connection-state", "data-test-script-state"] });

  // Streamlit opens a box for the same, over the page: it is closed, and the page can be read meanwhile.
  new MutationObserver(() => {
    const box = isConnected() ? null : document.querySelector('[data-testid="stDialog"]');
    if (box && /Streamlit/.test(box.textContent)) box.querySelector("button[aria-label]")?.click();
  }).observe(document.body, { childList: true, subtree: true });
}
