"use strict";
// Search in the files under search/, which are scripts so that it works from file: too. What a word is says
// engross.site.words; both sides fold alike.
const engross = (() => {
  const form = document.querySelector("form.search");
  const root = form.dataset.root;
  const results = document.getElementById("results");
  const count = document.getElementById("count");
  const more = document.getElementById("more");
  const HAN = "\\u3400-\\u9fff\\uf900-\\ufaff";
  const WORD = new RegExp(`[${HAN}]+|\\p{Nd}+(?:/\\p{Nd}+)+|(?:(?![${HAN}])[\\p{L}\\p{N}])+`, "gu");
  const ARTICLE = /^(?:وال|بال|كال|فال|ال|لل)(?=[\u0620-\u064a]{3})/;
  const SPELLINGS = { "ى": "ي", "ة": "ه", "ـ": "", "’": "'" };
  const STEP = 20;
  const OFFERED = 800;

  const waiting = new Map();
  const load = (name) => {
    if (!waiting.has(name)) {
      const entry = {};
      entry.promise = new Promise((done, failed) => {
        entry.done = done;
        const node = document.createElement("script");
        node.src = root + name;
        node.onerror = () => { waiting.delete(name); failed(new Error(name)); };
        node.onload = () => node.remove();
        document.head.append(node);
      });
      waiting.set(name, entry);
    }
    return waiting.get(name).promise;
  };
  const take = (name, data) => waiting.get(name)?.done(data);

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[ىةـ’]/g, (s) => SPELLINGS[s]);
  const words = (text) => {
    const found = [];
    for (const [word] of fold(text).matchAll(WORD)) {
      if (/[\u3400-\u9fff\uf900-\ufaff]/.test(word[0])) {
        for (let n = 0; n < Math.max(1, word.length - 1); n++) found.push(word.slice(n, n + 2));
      } else found.push(word.replace(ARTICLE, "").slice(0, 40));
    }
    return [...new Set(found)];
  };

  const spread = (runs) => {
    const found = [];
    for (let n = 0; n < runs.length; n += 2) for (let m = 0; m < runs[n + 1]; m++) found.push(runs[n]);
    return found;
  };
  let facets;
  const loadFacets = async () => {
    if (!facets) {
      const data = await load("search/facets.js");
      facets = { ...data };
      for (const name of ["organ", "session", "year", "versions"]) facets[name] = spread(data[name]);
    }
    return facets;
  };

  // The parts that may hold words with this beginning: the last one that begins before it, and all that begin with it.
  const partsFor = (firsts, word) => {
    let at = firsts.findIndex((first) => first > word);
    if (at < 0) at = firsts.length;
    const found = [Math.max(0, at - 1)];
    while (at < firsts.length && firsts[at].startsWith(word) && found.length < 4) found.push(at++);
    return found;
  };
  const score = (scores, posting, factor) => {
    let work = 0;
    for (const value of posting) {
      work += value >> 3;
      const own = factor * (value & 7);
      if (own > (scores.get(work) ?? 0)) scores.set(work, own);
    }
  };
  const lookUp = async (language, directory, word, last) => {
    const exactOnly = /[\d/]/.test(word) || (word.length > 1 && /[\u3400-\u9fff]/.test(word[0]));
    const stem = !exactOnly && word.length > 5 ? word.slice(0, -2) : word;
    const scores = new Map();
    for (const number of partsFor(directory.firsts, exactOnly ? word : stem)) {
      const part = await load(`search/${language}/${number}.js`);
      if (exactOnly) {
        if (Object.hasOwn(part, word)) score(scores, part[word], 1);
        continue;
      }
      for (const [known, posting] of Object.entries(part)) {
        if (known === word) score(scores, posting, 1);
        else if (known.startsWith(word) && (last || word.length > 3)) score(scores, posting, 0.5);
        else if (stem !== word && known.startsWith(stem) && known.length <= word.length + 2) score(scores, posting, 0.4);
      }
    }
    const rarity = Math.log(1 + directory.count / (1 + scores.size));
    for (const [work, own] of scores) scores.set(work, own * rarity);
    return scores;
  };

  const search = async (query, language) => {
    const asked = words(query);
    if (!asked.length) return null;
    const directory = await load(`search/${language}/parts.js`);
    const each = await Promise.all(asked.map((word, n) => lookUp(language, directory, word, n === asked.length - 1)));
    each.sort((one, other) => one.size - other.size);
    const total = new Map();
    for (const [work, own] of each[0]) {
      const sum = each.reduce((so, scores) => (scores.has(work) ? so + scores.get(work) : NaN), 0);
      if (!Number.isNaN(sum) && own) total.set(work, sum);
    }
    return total;
  };

  const topicWords = new WeakMap();
  // The works with a topic in which every word of the text begins a word.
  const topicWorks = (text, topics) => {
    const wanted = words(text);
    const found = new Set();
    if (!topicWords.has(topics)) topicWords.set(topics, Object.keys(topics).map(words));
    Object.values(topics).forEach((distances, n) => {
      const known = topicWords.get(topics)[n];
      if (!wanted.length || !wanted.every((word) => known.some((one) => one.startsWith(word)))) return;
      let work = 0;
      for (const distance of distances) found.add(work += distance);
    });
    return found;
  };
  const passing = (asked, known, topics) => {
    const bit = 1 << known.languages.indexOf(asked.language);
    const organ = known.organs.indexOf(asked.organ);
    const session = known.sessions.indexOf(asked.session);
    const topic = asked.topic && topicWorks(asked.topic, topics);
    return (work) => (known.versions[work] & bit) !== 0
      && (!asked.organ || known.organ[work] === organ)
      && (!asked.session || known.session[work] === session)
      && (!asked.year || known.year[work] === Number(asked.year))
      && (!topic || topic.has(work));
  };

  // --- what is shown

  const element = (tag, className, ...children) => {
    const node = document.createElement(tag);
    if (className) node.className = className;
    node.append(...children);
    return node;
  };
  const SHOWN = new RegExp(`[${HAN}]+|\\p{Nd}+(?:/\\p{Nd}+)+|(?:(?![${HAN}])[\\p{L}\\p{N}\\p{M}])+`, "gu");
  const matches = (word, one) => word === one || (one.length > 3 && word.startsWith(one))
    || (one.length > 5 && !/\d/.test(one) && word.startsWith(one.slice(0, -2)) && word.length <= one.length + 2);
  // The words of a text that match what was asked, marked; in Chinese, the signs that stand together as they were asked.
  const marked = (text, asked) => {
    const hits = new Set();
    for (const { 0: piece, index } of text.matchAll(SHOWN)) {
      if (/[\u3400-\u9fff\uf900-\ufaff]/.test(piece[0])) {
        for (const one of asked) {
          for (let at = piece.indexOf(one); at >= 0; at = piece.indexOf(one, at + 1)) {
            for (let n = 0; n < one.length; n++) hits.add(index + at + n);
          }
        }
      } else {
        const word = fold(piece).replace(ARTICLE, "");
        if (asked.some((one) => matches(word, one))) for (let n = 0; n < piece.length; n++) hits.add(index + n);
      }
    }
    const found = [];
    for (let start = 0, end; start < text.length; start = end) {
      const hit = hits.has(start);
      for (end = start + 1; end < text.length && hits.has(end) === hit;) end++;
      const piece = text.slice(start, end);
      found.push(hit ? element("mark", "", piece) : piece);
    }
    return found;
  };
  // The passage that has most of the words, cut to a few lines around the first of them.
  const bestPassage = (passages, asked) => {
    let best = null;
    let most = 0;
    for (const [id, text] of passages) {
      const folded = fold(text);
      const hits = asked.filter((word) => folded.includes(word.length > 5 ? word.slice(0, -2) : word)).length;
      // A title says what the line above has said, a formula says next to nothing.
      const worth = hits && id ? hits + Math.min(text.length, 200) / 400 : hits / 2;
      if (worth > most) [most, best] = [worth, [id, text, folded]];
    }
    if (!best) return null;
    const [id, text, folded] = best;
    const places = asked.map((word) => folded.indexOf(word.length > 5 ? word.slice(0, -2) : word)).filter((n) => n >= 0);
    let start = Math.max(0, Math.min(...places) - 90);
    if (start) start = text.indexOf(" ", start) + 1 || start;
    let end = start + 260;
    if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), start + 200);
    return [id, (start ? "… " : "") + text.slice(start, end) + (end < text.length ? " …" : "")];
  };
  const organNames = Object.fromEntries([...form.elements.organ.options].map((option) => [option.value, option.text]));

  let round = 0;
  let shown = [];
  let asked = {};
  let terms = [];
  const showSome = async (mine) => {
    const from = results.children.length;
    const works = shown.slice(from, from + STEP);
    const known = await loadFacets();
    const chunks = new Map();
    await Promise.all([...new Set(works.map((work) => Math.floor(work / known.chunk)))].map(async (number) => {
      chunks.set(number, await load(`search/${asked.language}/titles-${number}.js`));
    }));
    if (mine !== round) return;
    for (const work of works) {
      const [symbol, title, path, date] = chunks.get(Math.floor(work / known.chunk))[work % known.chunk];
      const link = element("a", "", title || symbol);
      link.href = root + path;
      const line = element("p", "title-line", link);
      line.lang = asked.language;
      line.dir = "auto";
      const sign = element("bdi", "", symbol);
      sign.dir = "ltr";
      const what = element("p", "what", sign, element("span", "", organNames[known.organs[known.organ[work]]] ?? ""));
      if (date) what.append(element("span", "", date));
      const item = element("li", "", line, what);
      results.append(item);
      if (terms.length) {
        load(path.replace(/\.html$/, ".js")).then((passages) => {
          const best = mine === round && bestPassage(passages, terms);
          if (!best) return;
          const text = element("p", "passage", ...marked(best[1], terms));
          text.lang = asked.language;
          text.dir = "auto";
          item.append(text);
          if (best[0]) link.href = `${root}${path}#${best[0]}`;
        }, () => {});
      }
    }
    more.hidden = results.children.length >= shown.length;
  };
  const show = async () => {
    const mine = ++round;
    asked = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]));
    const narrowed = asked.q || asked.organ || asked.session || asked.year || asked.topic;
    document.body.classList.toggle("searching", Boolean(narrowed));
    const kept = new URLSearchParams(Object.entries(asked).filter(([name, value]) => value && (name !== "language" || narrowed)));
    const hash = narrowed ? `#${kept}` : "#";
    if (location.hash !== hash && (narrowed || location.hash)) history.replaceState(null, "", hash);
    terms = words(asked.q);
    if (!narrowed || (asked.q && !terms.length)) {
      results.replaceChildren();
      count.textContent = "";
      more.hidden = true;
      return;
    }
    const start = performance.now();
    const [known, scores, topics] = await Promise.all([
      loadFacets(),
      terms.length ? search(asked.q, asked.language) : null,
      asked.topic ? load(`search/${asked.language}/topics.js`) : null,
    ]);
    if (mine !== round) return;
    const passes = passing(asked, known, topics);
    if (scores) {
      shown = [...scores.keys()].filter(passes).sort((one, other) => scores.get(other) - scores.get(one) || other - one);
    } else {
      shown = [...Array(known.count).keys()].filter(passes).reverse();
    }
    form.dataset.took = (performance.now() - start).toFixed(1);
    results.replaceChildren();
    more.hidden = true;
    count.textContent = shown.length ? form.dataset.found.replace("{n}", shown.length.toLocaleString(form.dataset.language)) : form.dataset.nothing;
    await showSome(mine);
    if (mine === round) form.dataset.done = asked.q;
  };

  const start = () => {
    form.hidden = false;
    loadFacets();
    load(`search/${form.elements.language.value}/parts.js`);
    for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
      if (form.elements[name]) form.elements[name].value = value;
    }
    let pause;
    form.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(show, 120); });
    form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(pause); show(); });
    form.addEventListener("reset", () => setTimeout(show));
    more.addEventListener("click", () => {
      const next = results.children.length;
      showSome(round).then(() => results.children[next]?.querySelector("a").focus());
    });
    const topic = form.elements.topic;
    topic?.addEventListener("focus", async () => {
      const topics = Object.entries(await load(`search/${form.elements.language.value}/topics.js`));
      const shared = topics.length < OFFERED ? topics : topics.filter(([, works]) => works.length > 1);
      document.getElementById("topics").replaceChildren(...shared.slice(0, OFFERED).map(([name]) => new Option(name)));
    });
    if (location.hash.length > 1) show();
  };
  return { take, start, fold, words };
})();
engross.start();
