// Moves through the story. Without it every chapter stands below the other. It asks nobody for anything.
{
  const { views, words, speaker } = JSON.parse(document.getElementById("story").textContent);
  const main = document.querySelector("main");
  const root = document.documentElement;
  const said = document.getElementById("said");
  const place = document.querySelector("nav output");
  const held = new Map([...document.querySelectorAll("template")].map((one) => [+one.dataset.at, one]));
  const choices = [...document.querySelectorAll("select")];
  let at = 0;

  const chapters = () => [...main.children];
  const isAll = () => root.classList.contains("is-all");

  // The hash says which chapter, and what is chosen: #dates?country=MEX.
  const stated = () => {
    const [name, query] = decodeURIComponent(location.hash.slice(1)).split("?");
    return { name, query: new URLSearchParams(query) };
  };
  const address = () => {
    const query = new URLSearchParams(choices.filter((one) => one.value).map((one) => [one.name, one.value])).toString();
    return `#${chapters()[at].id}${query && `?${query}`}`;
  };

  // A page names only how its chapter begins: "objective" is the first of them.
  const named = (name) => {
    const ids = chapters().map((one) => one.id);
    return ids.includes(name) ? ids.indexOf(name) : ids.findIndex((id) => name && id.startsWith(name));
  };

  const show = (to, announce = true) => {
    const all = chapters();
    at = Math.max(0, Math.min(all.length - 1, to));
    all.forEach((one, number) => {
      one.hidden = !isAll() && number !== at;
      one.toggleAttribute("aria-current", number === at);
    });
    place.textContent = `${at + 1} / ${all.length}`;
    if (location.hash !== address()) history.replaceState(null, "", address());
    const title = all[at].querySelector("h2").textContent;
    if (announce) said.textContent = words.at.replace("{n}", at + 1).replace("{total}", all.length).replace("{title}", title);
    if (isAll()) all[at].scrollIntoView({ block: "nearest" });
    else if (announce) scrollTo(0, 0);
    tell();
  };

  // What is chosen puts other chapters into their places; the reader stays at the same one, or the nearest that is left.
  const choose = () => {
    if (!held.size) return;
    const name = chapters()[at]?.id;
    const left = views[`${choices[0].value}|${choices[1].value}`];
    main.replaceChildren(...left.map((one) => held.get(one).content.cloneNode(true)));
    const found = named(name);
    show(found < 0 ? at : found);
  };

  const follow = () => {
    const { name, query } = stated();
    let changed = false;
    for (const one of choices) {
      const wanted = query.get(one.name) ?? "";
      if (one.value === wanted || ![...one.options].some((option) => option.value === wanted)) continue;
      one.value = wanted;
      changed = true;
    }
    if (changed) choose();
    const found = named(name);
    show(found < 0 ? at : found, changed || found > 0);
  };

  const all = (on = !isAll()) => {
    root.classList.toggle("is-all", on);
    show(at);
    chapters()[at].focus({ preventScroll: !on });
  };
  const black = () => {
    const on = root.classList.toggle("is-black");
    said.textContent = on ? words.black : "";
  };
  const theme = () => {
    const dark = (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
    root.dataset.theme = dark ? "light" : "dark";
  };
  const does = { speak: () => speak(), back: () => show(at - 1), on: () => show(at + 1), all: () => all(), black, theme };

  const KEYS = {
    ArrowRight: "on", ArrowDown: "on", PageDown: "on", " ": "on", Enter: "on",
    ArrowLeft: "back", ArrowUp: "back", PageUp: "back", Backspace: "back",
    b: "black", ".": "black", Escape: "all", t: "theme",
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (root.classList.contains("is-black")) return black();
    const open = event.target.closest?.("details[open]");
    if (key === "Escape" && open) {
      open.open = false;
      return open.querySelector("summary").focus();
    }
    // A control keeps the keys that it needs itself; what is long is scrolled.
    if (event.target.closest?.("select, details[open]")) return;
    if ((key === " " || key === "Enter") && event.target.closest?.("button, summary")) return;
    if (isAll() && (key === "Enter" || key === " ")) return all(false);
    if (["ArrowUp", "ArrowDown"].includes(key) && root.scrollHeight > innerHeight + 1 && !isAll()) return;
    if (key === "Home") show(0);
    else if (key === "End") show(Infinity);
    else if (key === "s") return speak();
    else if (key === " " && event.shiftKey) show(at - 1);
    else if (KEYS[key]) does[KEYS[key]]();
    else return;
    event.preventDefault();
  });

  document.querySelector("nav").addEventListener("click", (event) => does[event.target.closest("button")?.dataset.does]?.());
  for (const one of choices) one.addEventListener("change", choose);
  main.addEventListener("click", (event) => {
    if (!isAll()) return;
    at = chapters().indexOf(event.target.closest(".chapter"));
    if (at >= 0) all(false);
  });

  // A finger moves sideways; up and down it reads on.
  let from = null;
  addEventListener("touchstart", ({ touches: [one] }) => {
    root.classList.add("touched");
    from = { x: one.clientX, y: one.clientY };
  }, { passive: true });
  addEventListener("touchend", ({ changedTouches: [one], target }) => {
    const [x, y] = [one.clientX - (from?.x ?? one.clientX), one.clientY - (from?.y ?? one.clientY)];
    if (Math.abs(x) > 60 && Math.abs(x) > 2 * Math.abs(y) && !target.closest("details[open]")) show(at + (x < 0 ? 1 : -1));
  }, { passive: true });

  // The controls give way while nobody moves.
  let resting;
  const stir = () => {
    root.classList.remove("still");
    clearTimeout(resting);
    resting = setTimeout(() => root.classList.add("still"), 3000);
  };
  addEventListener("pointermove", stir);
  root.classList.add("still");

  // Beside the notes it is shown small, and is no screen of its own.
  const isPreview = window.name === "preview";
  root.classList.toggle("is-preview", isPreview);

  // The speaker's window (speaker.js) says where to go, and hears where this one is.
  let listener = isPreview ? null : opener;
  const tell = () => listener?.postMessage({ story: { at, names: chapters().map((one) => one.id), titles: chapters().map((one) => one.querySelector("h2").textContent), hash: address() } }, "*");
  const speak = () => {
    if (speaker) listener = open(new URL(speaker, location).href + location.hash, "speaker", "popup,width=1100,height=760");
  };
  addEventListener("message", ({ data, source }) => {
    if (!data?.speaker) return;
    if (!isPreview) listener = source;
    if (data.speaker.hash !== undefined && data.speaker.hash !== location.hash) {
      history.replaceState(null, "", data.speaker.hash || "#");
      follow();
    } else if (data.speaker.does) does[data.speaker.does]?.();
    tell();
  });
  addEventListener("hashchange", follow);
  follow();
}
