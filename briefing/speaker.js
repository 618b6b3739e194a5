// The speaker's window: says to the screen where to go, and hears from it where it is. It asks nobody for anything.
{
  const { views, notes, words, shown } = JSON.parse(document.getElementById("story").textContent);
  const [now, next] = ["now", "next"].map((id) => document.getElementById(id));
  const part = (id) => document.getElementById(id);
  let screen = opener;
  let state = null;
  let began = Date.now();

  const name = (hash) => decodeURIComponent(hash.slice(1)).split("?")[0];
  const query = (hash) => decodeURIComponent(hash.slice(1)).split("?")[1] ?? "";
  const told = () => {
    const chosen = new URLSearchParams(query(state.hash));
    const left = views[`${chosen.get("objective") ?? ""}|${chosen.get("country") ?? ""}`] ?? Object.values(views)[0];
    return notes[left[name(state.hash)]] ?? "";
  };
  const hashOf = (at) => `#${state.names[at]}${query(state.hash) && `?${query(state.hash)}`}`;
  const put = (frame, hash) => {
    // Opened at a place, it would scroll this window to it and take the focus: it is told once it is there.
    const before = frame.dataset.hash;
    frame.dataset.hash = hash;
    if (!frame.src) frame.src = `${new URL(shown, location).href}#preview`;
    else if (before !== hash) tell(frame);
  };
  const tell = (frame) => frame.contentWindow.postMessage({ speaker: { hash: frame.dataset.hash } }, "*");
  for (const frame of [now, next]) frame.addEventListener("load", () => frame.dataset.hash !== undefined && tell(frame));

  const follow = (story) => {
    document.body.classList.toggle("is-black", story.black);
    part("now-is").textContent = story.black ? words.black : words.now;
    document.querySelector("[data-does=black]").setAttribute("aria-pressed", story.black);
    if (state?.hash === story.hash && state.names.length === story.names.length) return;
    state = story;
    document.body.classList.remove("is-alone");
    put(now, story.hash);
    const last = story.at + 1 >= story.names.length;
    next.hidden = last;
    if (!last) put(next, hashOf(story.at + 1));
    part("then").textContent = last ? words.end : story.titles[story.at + 1];
    part("place").textContent = words.place.replace("{n}", story.at + 1).replace("{total}", story.names.length);
    part("notes").innerHTML = told();
    part("notes").scrollTop = 0;
    document.querySelector("main").scrollTop = 0; // on a phone the notes are scrolled with the screens
  };
  addEventListener("message", ({ data, source }) => {
    if (!data?.story || source === now.contentWindow || source === next.contentWindow) return;
    screen = source;
    follow(data.story);
  });

  const send = (what) => screen?.postMessage({ speaker: what }, "*");
  const does = {
    back: () => send({ does: "back" }),
    on: () => send({ does: "on" }),
    first: () => send({ does: "first" }),
    last: () => send({ does: "last" }),
    black: () => send({ does: "black" }),
    restart: () => (began = Date.now()),
    open: () => {
      screen = open(new URL(shown, location).href + (state?.hash ?? location.hash), "screen");
      began = Date.now();
    },
  };
  const KEYS = { ArrowRight: "on", PageDown: "on", " ": "on", ArrowLeft: "back", PageUp: "back", Home: "first", End: "last", b: "black", ".": "black" };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.key === " " && event.target.closest("button"))) return;
    const what = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!what) return;
    event.preventDefault();
    does[what]();
  });
  document.querySelector("nav").addEventListener("click", (event) => does[event.target.closest("button")?.dataset.does]?.());

  const fit = new ResizeObserver((all) => all.forEach(({ target, contentRect }) => target.style.setProperty("--shown", contentRect.width / 1280)));
  document.querySelectorAll(".frame").forEach((one) => fit.observe(one));

  const two = (number) => String(number).padStart(2, "0");
  const tick = () => {
    const gone = Math.floor((Date.now() - began) / 1000);
    part("elapsed").textContent = `${two(Math.floor(gone / 60))}:${two(gone % 60)}`;
    part("clock").textContent = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  };
  setInterval(tick, 1000);
  tick();
  document.body.classList.toggle("is-alone", !screen);
  focus();
  send({}); // the screen that opened this window says where it is
}
