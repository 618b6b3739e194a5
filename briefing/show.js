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

  // Beside the notes it is shown small, and is no screen of its own; it is told where to be, since an address that names a place
  // would draw the focus there.
  const isPreview = location.hash === "#preview";
  root.classList.toggle("is-preview", isPreview);
  let hash = isPreview ? "" : location.hash;
  const go = (to) => {
    hash = to;
    if (!isPreview) history.replaceState(null, "", to || "#");
  };

  // The hash says which chapter, and what is chosen: #dates?country=MEX.
  const stated = () => {
    const [name, query] = decodeURIComponent(hash.slice(1)).split("?");
    return { name, query: new URLSearchParams(query) };
  };
  const address = () => {
    const query = new URLSearchParams(choices.filter((one) => one.value).map((one) => [one.name, one.value])).toString();
    return `#${chapters()[at].id}${query && `?${query}`}`;
  };

  // A page names only how its chapter begins: "objective" is the first of them.
  const named = (name) => {
    const ids = chapters().map((one) => one.id);
    const found = ids.includes(name) ? ids.indexOf(name) : ids.findIndex((id) => name && id.startsWith(name));
    // What was not found is told together, as one screen.
    return found < 0 && name ? ids.indexOf("nothing") : found;
  };

  // Text takes the largest type, in units of the slide, for which a window has room: lists of one or two kinds, in one to three
  // columns each. A screen is measured once a size of the window.
  const LEAST = 1.25, MOST = 2.4, STEP = 0.05;
  const hand = matchMedia("screen and (max-width: 700px)");
  const put = (lists, counts) => {
    lists.forEach((one, number) => (one.style.columnCount = counts[number]));
    const grid = lists[0]?.parentElement;
    if (grid) grid.style.gridTemplateColumns = counts.slice(0, lists.length).map((count) => `minmax(0, ${count}fr)`).join(" ");
  };
  const largest = (box, from) => {
    const fits = (size) => {
      box.style.setProperty("--size", size);
      return box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth;
    };
    let [low, high] = [Math.round(from / STEP), Math.round(MOST / STEP)];
    if (low > high || !fits(low * STEP)) return 0;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (fits(middle * STEP)) low = middle;
      else high = middle - 1;
    }
    return low * STEP;
  };
  const fit = (chapter) => {
    const [box, size] = [chapter.querySelector(".fits"), `${innerWidth} ${innerHeight}`];
    if (!box || hand.matches || isAll() || chapter.dataset.fitted === size) return;
    chapter.dataset.fitted = size;
    const { hidden } = chapter;
    chapter.classList.toggle("is-measured", hidden);
    chapter.hidden = false;
    const lists = [...box.querySelectorAll(".in-words ul")];
    const ways = lists.length > 1 ? [[1, 1], [2, 1], [1, 2], [2, 2], [3, 1], [1, 3]] : lists.length ? [[1], [2], [3]] : [[]];
    let best = { size: 0, counts: ways[Math.min(1, ways.length - 1)] };
    for (const tight of [0, 1, 2]) {
      box.classList.toggle("is-tight", tight > 0);
      box.classList.toggle("is-tighter", tight > 1);
      for (const counts of ways) {
        put(lists, counts);
        const found = largest(box, best.size ? best.size + STEP : LEAST);
        if (found) best = { size: found, counts };
      }
      if (best.size) break;
    }
    put(lists, best.counts);
    box.style.setProperty("--size", best.size || LEAST);
    chapter.classList.remove("is-measured");
    chapter.hidden = hidden;
  };
  const fitAll = () => chapters().forEach(fit);
  let waiting;
  const fitSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(fitAll, 200);
  };

  const show = (to, announce = true) => {
    const all = chapters();
    at = Math.max(0, Math.min(all.length - 1, to));
    all.forEach((one, number) => {
      one.hidden = !isAll() && number !== at;
      if (one.hidden) one.querySelector("details[open]")?.removeAttribute("open");
      one.toggleAttribute("aria-current", number === at);
    });
    fit(all[at]);
    place.textContent = words.place.replace("{n}", at + 1).replace("{total}", all.length);
    if (hash !== address()) go(address());
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
    main.replaceChildren(...left.map(([one, narrowing]) => {
      const drawn = held.get(one).content.cloneNode(true);
      const kept = drawn.querySelector(".kept");
      kept.textContent = [narrowing, unheard].filter(Boolean).join(" · ");
      kept.hidden = !kept.textContent;
      return drawn;
    }));
    const said = choices.filter((one) => one.value).map((one) => one.selectedOptions[0].textContent).join(" · ");
    document.title = said ? words.narrowed.replace("{page}", said) : words.title;
    const found = named(name);
    show(found < 0 ? at : found);
    fitSoon();
  };

  // What a link asks for and is not there is said, where it may be a code: no link writes its own words onto the screen.
  let unheard = "";
  const follow = () => {
    const { name, query } = stated();
    let changed = false;
    const lost = [];
    for (const one of choices) {
      const asked = query.get(one.name) ?? "";
      const isThere = [...one.options].some((option) => option.value === asked);
      const wanted = isThere ? asked : "";
      if (!isThere) lost.push(asked);
      if (one.value === wanted) continue;
      one.value = wanted;
      changed = true;
    }
    const codes = lost.filter((one) => /^[A-Za-z0-9-]{1,20}$/.test(one));
    const before = unheard;
    unheard = codes.length ? words.unheard.replace("{values}", codes.join(", ")) : lost.length ? words.lost : "";
    if (changed || unheard !== before) choose();
    const found = named(name);
    show(found < 0 ? at : found, changed || found > 0);
  };

  const all = (on = !isAll()) => {
    if (on) fitAll();
    root.classList.toggle("is-all", on);
    show(at);
    chapters()[at].focus({ preventScroll: !on });
  };
  const black = () => {
    const on = root.classList.toggle("is-black");
    said.textContent = on ? words.black : "";
    tell();
  };
  const theme = () => {
    const dark = (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
    root.dataset.theme = dark ? "light" : "dark";
  };
  const does = {
    speak: () => speak(), back: () => show(at - 1), on: () => show(at + 1), first: () => show(0), last: () => show(Infinity),
    all: () => all(), black, theme,
  };
  // Whatever is pressed while the screen is black, here or in the speaker's window, lifts the black and does nothing else.
  const act = (what) => (root.classList.contains("is-black") ? black() : does[what]?.());

  const KEYS = {
    ArrowRight: "on", ArrowDown: "on", PageDown: "on", " ": "on", Enter: "on",
    ArrowLeft: "back", ArrowUp: "back", PageUp: "back", Backspace: "back",
    Home: "first", End: "last", b: "black", ".": "black", Escape: "all", t: "theme",
  };
  const SCROLL = ["ArrowUp", "ArrowDown", "Home", "End", " ", "Enter", "Backspace"];
  // A clicker's keys, and Escape: the screen's wherever the focus is.
  const CLICKER = ["PageDown", "PageUp", "b", ".", "Escape"];
  const release = () => chapters()[at].focus({ preventScroll: true });
  // A closed list changes at each key that walks it. Who opens it, by a key or a pointer, makes one choice and is done with it.
  let isWalked = false;
  addEventListener("keydown", (event) => {
    if (event.altKey) isWalked = false;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (root.classList.contains("is-black")) return black();
    const open = event.target.closest?.("details[open]");
    if (key === "Escape" && open) {
      open.open = false;
      return open.querySelector("summary").focus();
    }
    // A control keeps the keys that it needs itself; what is long or wide is scrolled. A clicker's keys move on all the same.
    if (event.target.closest?.("select")) {
      isWalked = ![" ", "Enter", "F4"].includes(key);
      if (!CLICKER.includes(key)) return;
      release();
    }
    if (open && SCROLL.includes(key)) return;
    const wide = event.target.closest?.(".scrolls");
    if (["ArrowLeft", "ArrowRight"].includes(key) && wide && wide.scrollWidth > wide.clientWidth + 1) return;
    if ((key === " " || key === "Enter") && event.target.closest?.("button, summary")) return;
    if (isAll() && (key === "Enter" || key === " ")) return all(false);
    if (["ArrowUp", "ArrowDown"].includes(key) && root.scrollHeight > innerHeight + 1 && !isAll()) return;
    if (key === "s") return speak();
    if (key === " " && event.shiftKey) show(at - 1);
    else if (KEYS[key]) does[KEYS[key]]();
    else return;
    event.preventDefault();
  });

  document.querySelector("nav").addEventListener("click", (event) => does[event.target.closest("button")?.dataset.does]?.());
  for (const one of choices) {
    one.addEventListener("pointerdown", () => (isWalked = false));
    one.addEventListener("change", () => {
      unheard = "";
      choose();
      // Else the next key, and a clicker has no other, would choose again.
      if (!isWalked) release();
    });
  }
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
  const stir = (_event, rest = 3000) => {
    root.classList.remove("still");
    clearTimeout(resting);
    resting = setTimeout(() => root.classList.add("still"), rest);
  };
  addEventListener("pointermove", stir);
  stir(null, 8000);

  addEventListener("resize", () => {
    fit(chapters()[at]);
    fitSoon();
  });
  addEventListener("beforeprint", fitAll);
  document.fonts.ready.then(() => {
    for (const one of chapters()) delete one.dataset.fitted;
    fit(chapters()[at]);
    fitSoon();
  });

  // The speaker's window (speaker.js) says where to go, and hears where this one is.
  let listener = isPreview ? null : opener;
  const tell = () => listener?.postMessage({ story: { at, names: chapters().map((one) => one.id), titles: chapters().map((one) => one.querySelector("h2").textContent), hash: address(), black: root.classList.contains("is-black") } }, "*");
  const speak = () => {
    if (speaker) listener = open(new URL(speaker, location).href + location.hash, "speaker", "popup,width=1100,height=760");
  };
  addEventListener("message", ({ data, source }) => {
    if (!data?.speaker) return;
    if (!isPreview) listener = source;
    if (data.speaker.hash !== undefined && data.speaker.hash !== hash) {
      go(data.speaker.hash);
      follow();
    } else if (data.speaker.does) act(data.speaker.does);
    tell();
  });
  addEventListener("hashchange", () => {
    ({ hash } = location);
    follow();
  });
  follow();
}
