// The marks of maps and charts by keyboard. Each drawing is one stop of Tab; on it arrows walk its marks, Home, End, Page Up, Page Down and
// letters leap, each mark is named with its value, Enter does what a click does, Escape leaves. Loaded by components/language.py on every
// run; listeners are added once.

if (!window.marksAreWalked) {
  window.marksAreWalked = true;

  // Words of ours (components/walked.py): the document speaks one language.
  const words = JSON.parse(document.getElementById("page-language")?.dataset.marks || "{}");
  const inOrder = new Intl.Collator(document.documentElement.lang, { sensitivity: "base", numeric: true });

  // A mark is { words, box(), enter? }: what is said of it, where it stands in the window, and what a click on it does.

  // Our own SVG (figures/ink/marks.py). A mark is a link, or what has a title; of what lies within each other the innermost. Where a link
  // led before the page's script added what every link carries on is what tells two of them apart.
  const bare = new WeakMap();
  const NAMED = "a, :has(> title)";
  const collected = new WeakMap();
  const inSvg = (host) => {
    const svg = host.querySelector("svg.drawing");
    if (!svg) return [];
    if (!collected.has(svg)) collected.set(svg, collect(svg));
    return collected.get(svg);
  };
  const collect = (svg) => {
    const frame = svg.getBoundingClientRect();
    let marks = [...svg.querySelectorAll(NAMED)]
      .filter((one) => !one.querySelector(NAMED))
      .map((element) => {
        const link = element.closest("a");
        return {
          element,
          words: (element.querySelector(":scope > title") ?? element).textContent.trim(),
          to: link && bare.get(link),
          box: () => element.getBoundingClientRect(),
          enter: link && (() => click(link)),
        };
      })
      .filter(({ element }) => meets(element.getBoundingClientRect(), frame));
    // The land of a country is passed over where places in it are marked, which lead where it does.
    const marked = new Set(marks.filter(({ element }) => !element.closest(".land")).map(({ to }) => to));
    const once = new Set();
    marks = marks.filter(({ element, words, to }) => {
      const same = `${to} ${words}`;
      return !(to && marked.has(to) && element.closest(".land")) && !once.has(same) && once.add(same);
    });
    // On a map by name, as in any list; on a chart as it is drawn, but along time where lanes lie over one another.
    if (svg.querySelector(".land")) return marks.sort((a, b) => inOrder.compare(a.words, b.words));
    const left = ({ element }) => (element.querySelector("circle, rect, path") ?? element).getBoundingClientRect().left;
    const along = marks.filter(({ element }) => element.closest(".along"));
    const first = marks.indexOf(along[0]);
    if (first >= 0) marks.splice(first, along.length, ...along.sort((a, b) => left(a) - left(b)));
    return marks;
  };
  const meets = (a, b) => a.right > b.left && a.left < b.right && a.bottom > b.top && a.top < b.bottom;
  const click = (link) => link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, view: window }));

  // Plotly's bars, named by what hovering says. None of our charts does anything on a click.
  const inChart = (host) =>
    [...host.querySelectorAll(".trace.bars .point")]
      .map((element) => {
        const { trace } = element.closest(".trace").__data__[0];
        const told = trace.customdata[element.__data__.i];
        return {
          words: trace.hovertemplate.replace(/<extra>.*/, "").replace(/%\{customdata\[(\d+)\]\}/g, (_, at) => told[at]).replaceAll("<br>", "; "),
          box: () => element.getBoundingClientRect(),
        };
      })
      .sort((a, b) => a.box().left - b.box().left);

  // The map of deck.gl knows alone where its marks stand while it is moved: it is asked, by way of what React has drawn.
  const inDeck = (host) => {
    let fiber = host[Object.keys(host).find((name) => name.startsWith("__reactFiber$"))];
    while (fiber && !fiber.memoizedProps?.layers) fiber = fiber.return;
    const layer = fiber?.memoizedProps.layers.flat(9).find(({ id, context }) => id?.startsWith("offices-") && context?.viewport);
    if (!layer) return [];
    const { data, getSize: size } = layer.props;
    const known = new Set();
    return data
      .map((one) => ({
        words: fiber.memoizedProps.getTooltip({ object: one, layer }).text,
        box: () => {
          const frame = host.getBoundingClientRect();
          const [x, y] = layer.context.viewport.project(one.at);
          return new DOMRect(frame.left + x + one.by[0] - size / 2, frame.top + y + one.by[1] - size / 2, size, size);
        },
        enter: () => choose(one.iso3),
      }))
      .filter((mark) => !known.has(mark.words) && known.add(mark.words))
      .sort((a, b) => inOrder.compare(a.words, b.words));
  };
  // A click there sets the filter of countries, and a second one lifts it: so does a link to that view, which the page's script follows.
  const choose = (iso3) => {
    const isChosen = String(new URLSearchParams(location.search).getAll("country")) === iso3;
    const link = Object.assign(document.createElement("a"), { hidden: true });
    link.setAttribute("href", `offices?country=${isChosen ? "" : iso3}`);
    document.querySelector(".stHtml [data-carried]").append(link);
    click(link);
    link.remove();
  };

  // What holds a drawing → its marks. What stands on the page for paper alone is no stop.
  const KINDS = [
    [".stHtml > :is([role=group], [role=img], [role=application])[aria-label]:not(.printed):has(> svg.drawing)", inSvg],
    ['[data-testid="stPlotlyChart"]:has(.trace.bars .point)', inChart],
    [".deck-events-root", inDeck],
  ];

  // What is said stands in one place for screen readers, and beside the mark for those who see.
  const hinted = (id, textContent) => Object.assign(document.createElement("div"), { id, hidden: true, textContent });
  const hint = hinted("marks-hint", words.hint);
  const opens = hinted("marks-opens", words.opens);
  const said = Object.assign(document.createElement("div"), { id: "marks-said", role: "status" });
  document.body.append(hint, opens, said);
  const shown = Object.assign(document.createElement("div"), { className: "mark-shown", ariaHidden: "true" });
  const ring = Object.assign(document.createElement("div"), { className: "mark-ring" });
  const tip = Object.assign(document.createElement("div"), { className: "mark-words" });
  shown.append(ring, tip);

  // The drawing on which the keyboard is, its marks, and the one that is reached; none is at first.
  let host = null;
  let marks = [];
  let at = -1;
  const marksOf = new WeakMap();

  const PAD = 4;
  const place = () => {
    const frame = host.getBoundingClientRect();
    const within = (x, least, most) => Math.min(Math.max(x, least), Math.max(least, most));
    const box = at < 0 ? new DOMRect(frame.left, frame.bottom, 0, 0) : marks[at].box();
    const left = within(box.left - PAD - frame.left, 0, frame.width);
    const right = within(box.right + PAD - frame.left, 0, frame.width);
    const top = within(box.top - PAD - frame.top, 0, frame.height);
    const bottom = within(box.bottom + PAD - frame.top, 0, frame.height);
    // A mark that was moved out of a map has no ring, and is still named.
    ring.hidden = at < 0 || right - left < PAD || bottom - top < PAD;
    Object.assign(ring.style, { left: `${left}px`, top: `${top}px`, width: `${right - left}px`, height: `${bottom - top}px` });
    const { offsetWidth: wide, offsetHeight: high } = tip;
    const isBeside = bottom + PAD + high > frame.height && top - PAD - high < 0;
    let x = left;
    let y = bottom + PAD + high <= frame.height ? bottom + PAD : top - PAD - high;
    if (isBeside) {
      x = right + PAD + wide <= frame.width ? right + PAD : left - PAD - wide;
      y = top;
    }
    Object.assign(tip.style, { left: `${within(x, 0, frame.width - wide)}px`, top: `${within(y, 0, frame.height - high)}px` });
  };

  // While a mark is reached: a map that is moved or drawn anew takes ring and words along.
  const follow = () => {
    if (!host || !shown.isConnected) return;
    if (at >= 0 && marksOf.get(host) !== inSvg) {
      const reached = marks[at].words;
      const total = marks.length;
      marks = marksOf.get(host)(host);
      at = marks.findIndex(({ words }) => words === reached);
      if (at < 0) return hide();
      if (marks.length !== total) show();
    }
    place();
    requestAnimationFrame(follow);
  };

  const show = () => {
    tip.textContent = at < 0 ? described(host).map((one) => one.textContent).join(" ") : marks[at].words;
    said.textContent =
      at < 0 ? "" : words.reached.replace("{n}", at + 1).replace("{total}", marks.length).replace("{words}", () => marks[at].words);
    const isNew = !shown.isConnected || shown.parentElement !== host;
    host.append(shown);
    place();
    if (isNew) requestAnimationFrame(follow);
    if (at < 0) return;
    remember();
    // Both in sight, and clear of the band: components/style/30-figure.css keeps a margin there.
    for (const part of [tip, ring]) part.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
  };
  const hide = () => {
    at = -1;
    shown.remove();
    said.textContent = "";
  };

  const enter = (on) => {
    if (host !== on) hide();
    host = on;
    marks = marksOf.get(host)(host);
  };
  // The nearest mark of the next row, up or down; where marks stand in one row alone, the one before or after.
  const vertically = (down) => {
    const boxes = marks.map(({ box }) => box());
    const own = boxes[at];
    const gap = (box) => (down ? box.top - own.bottom : own.top - box.bottom);
    const beyond = boxes.map((box, to) => ({ box, to, gap: gap(box) })).filter(({ gap }) => gap > -1);
    const row = beyond.reduce((nearest, one) => (!nearest || one.gap < nearest.gap ? one : nearest), null);
    if (!row) return boxes.some((box) => box.top - own.bottom > -1 || own.top - box.bottom > -1) ? at : at + (down ? 1 : -1);
    const aside = ({ box }) => Math.abs(box.left + box.right - own.left - own.right);
    return beyond
      .filter(({ box }) => box.top < row.box.bottom && box.bottom > row.box.top)
      .reduce((nearest, one) => (aside(one) < aside(nearest) ? one : nearest)).to;
  };
  const isMap = () => marksOf.get(host) === inDeck || host.querySelector(".land");
  const beginning = (letter) => {
    const begins = ({ words }) => inOrder.compare([...words][0] ?? "", letter) === 0;
    for (let step = 1; step <= marks.length; step++) if (begins(marks[(at + step + marks.length) % marks.length])) return (at + step + marks.length) % marks.length;
    return at;
  };
  const LEAP = 10; // marks by one key, where there are too many to go through one by one
  const STEPS = {
    ArrowRight: () => at + 1,
    ArrowLeft: () => (at < 0 ? marks.length : at) - 1,
    ArrowDown: () => (at < 0 || isMap() ? at + 1 : vertically(true)),
    ArrowUp: () => (at < 0 ? marks.length - 1 : isMap() ? at - 1 : vertically(false)),
    PageDown: () => at + LEAP,
    PageUp: () => Math.max(at - LEAP, 0),
    Home: () => 0,
    End: () => marks.length - 1,
  };
  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    enter(event.currentTarget);
    const isLetter = [...event.key].length === 1 && event.key !== " ";
    const step = STEPS[event.key] ?? (isLetter && !"+-=_".includes(event.key) ? () => beginning(event.key) : null);
    const isOurs = step || (event.key === "Escape" && shown.isConnected) || (event.key === "Enter" && at >= 0);
    if (!isOurs) return;
    // What is typed here is no shortcut of Streamlit's, and moves neither page nor map.
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key === "Escape") return hide();
    if (event.key === "Enter") return follows();
    if (!marks.length) return;
    const to = Math.min(Math.max(step(), -1), marks.length - 1);
    if (to < 0 && at < 0) return;
    at = Math.max(to, 0);
    show();
  };

  // After Enter the page comes back with the drawing made anew: the keyboard is put back at the same mark, if it is still there, unless
  // the reader has gone on meanwhile. A link within the page leads away from the drawing.
  let back = null;
  const remember = () => (back = { figure: figureOf(host), reached: marks[at].words, path: location.pathname });
  const figureOf = (element) => element.closest('[class*="st-key-figure-"]')?.className.match(/st-key-figure-[\w-]+/)?.[0];
  const follows = () => {
    const mark = marks[at];
    if (!mark.enter) return;
    if (!mark.to?.startsWith("#")) remember();
    mark.enter();
  };
  const goOn = (again) => {
    const { figure, reached, path } = back ?? {};
    const now = document.activeElement;
    if (!figure || figureOf(again) !== figure || location.pathname !== path || !(now === document.body || now?.matches("h1"))) return;
    again.focus({ preventScroll: true });
    enter(again);
    at = marks.findIndex((mark) => mark.words === reached);
    if (at >= 0) show();
    else hide();
  };
  for (const moved of ["keydown", "pointerdown"]) document.addEventListener(moved, () => (back = null), true);

  document.addEventListener("focusin", (event) => {
    if (!marksOf.has(event.target)) {
      if (!event.target.matches("h1")) back = null; // where page.js puts the keyboard
      return;
    }
    enter(event.target);
    if (at < 0 && host.matches(":focus-visible")) show();
  });
  document.addEventListener("focusout", (event) => {
    if (!host?.contains(event.target) || host.contains(event.relatedTarget)) return;
    hide();
    host = null;
  });

  // Drawings come and go with the views of the page.
  const described = (one) => (marksOf.get(one) === inDeck || one.querySelector("svg.drawing a") ? [hint, opens] : [hint]);
  const make = (one, kind) => {
    marksOf.set(one, kind);
    one.tabIndex = 0;
    one.setAttribute("role", "application");
    // Orca names what takes the focus within an application, and hands it the keys; of one that takes it itself it says nothing.
    one.parentElement.setAttribute("role", "application");
    one.setAttribute("aria-describedby", described(one).map(({ id }) => id).join(" "));
    one.setAttribute("aria-roledescription", kind === inDeck || one.querySelector(".land") ? words.map : words.chart);
    one.addEventListener("keydown", onKey, true);
  };
  const find = () => {
    for (const link of document.querySelectorAll("svg.drawing a"))
      if (!bare.has(link)) {
        bare.set(link, link.getAttribute("href"));
        link.setAttribute("tabindex", "-1");
      }
    for (const [hosts, kind] of KINDS)
      for (const one of document.querySelectorAll(hosts)) {
        // The map of deck.gl has a stop of its own, which nothing names.
        const label = kind === inDeck && one.closest("[aria-label]:not(.deck-events-root)")?.ariaLabel;
        if (label && one.ariaLabel !== label) one.ariaLabel = label;
        if (marksOf.has(one) || (kind === inSvg && !one.querySelector(`svg.drawing :is(${NAMED})`))) continue;
        make(one, kind);
        goOn(one);
      }
  };
  new MutationObserver(find).observe(document.body, { childList: true, subtree: true });
  find();
}
