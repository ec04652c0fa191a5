'use strict';
const $ = id => document.getElementById(id);
const MOST_NODES = 250;
const FEW_NODES = 30;
const MOST_A_SIDE = 28;
const MOST_RESULTS = 40;
const MOST_IN_MATRIX = 150;
const MOST_ROWS = 1000;
let data, classes, items, modules, byName;
const between = new Map();
// The data is JSON, deflated, in the letters of base 64: it is large, and says much more than once.
async function unpacked() {
  const letters = $('data').textContent.trim();
  $('data').remove();
  const bytes = Uint8Array.from(atob(letters), c => c.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).json();
}
function prepare() {
  const { names, packages, modules: homes, paths, lines, roles } = data.classes;
  const roleLists = roles.texts.map(text => text ? text.split(' ') : []);
  classes = names.map((simple, id) => {
    const at = packages.texts[packages.numbers[id]];
    return { id, name: at ? `${at}.${simple}` : simple, simple, module: homes.texts[homes.numbers[id]], path: data.paths[paths[id]], line: lines[id], roles: roleLists[roles.numbers[id]], out: [], in: [] };
  });
  byName = new Map(classes.map(c => [c.name, c]));
  const end = e => typeof e === 'number' ? classes[e].name : e;
  items = data.items.map(([from, to, what, count, places]) => ({ from: end(from), to: end(to), what, count, places: places.map(([p, l]) => [data.paths[p], l]) }));
  modules = new Map(data.modules.map(m => [m.name, { ...m, classes: [] }]));
  for (const c of classes) modules.get(c.module)?.classes.push(c);
  data.edges.from.forEach((ties, id) => {
    for (let i = 0; i < ties.length; ) {
      const [to, count, kinds, shown] = ties.slice(i, i + 4);
      const e = { from: classes[id], to: classes[to], count, lines: ties.slice(i + 4, i + 4 + shown), kinds: data.edges.kinds[kinds] };
      i += 4 + shown;
      e.from.out.push(e);
      e.to.in.push(e);
      cross(e);
    }
  });
}
function cross(e) {
  if (e.from.module === e.to.module || !modules.has(e.from.module) || !modules.has(e.to.module)) return;
  const key = e.from.module + '\u0000' + e.to.module;
  if (!between.has(key)) between.set(key, { from: e.from.module, to: e.to.module, count: 0, edges: [] });
  const b = between.get(key);
  b.count += e.count;
  b.edges.push(e);
}
const WORDS = {
  transactions: 'Transactions over the cut', contested: 'Tables written from both sides', associations: 'Associations cut',
  foreignKeys: 'Foreign keys cut', foreignReads: 'Tables read from the other side', templates: 'Pages that read across',
  loops: 'Calls in loops (suspects)', remote: 'Requests that would need remote calls', callsIn: 'Calls in', callsOut: 'Calls out',
  mentions: 'Other mentions', cochange: 'Changed together',
};

// --- small helpers: elements are made, never parsed, so that no text of the code base becomes markup
function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (key === 'onclick') node.addEventListener('click', value);
    else if (value !== undefined) node.setAttribute(key, value);
  }
  node.append(...children.filter(c => c !== undefined));
  return node;
}
const counted = (n, one, many = one + 's') => `${n} ${n === 1 ? one : many}`;
const simple = name => name.includes('/') || name.includes(' ') ? name : name.slice(name.lastIndexOf('.') + 1);
const link = (text, action) => el('button', { class: 'link', onclick: action }, text);
function named(name) {
  const c = byName.get(name);
  return c ? link(c.simple, () => showClass(c)) : el('span', {}, simple(name));
}
function show(title, ...content) {
  $('detail').replaceChildren(el('h2', {}, title), ...content.filter(c => c !== undefined));
  $('detail').scrollTop = 0;
}
function list(items, make, most = 60) {
  const ul = el('ul', { class: 'plain' }, ...items.slice(0, most).map(i => el('li', {}, ...[make(i)].flat())));
  if (items.length > most) ul.append(el('li', {}, link(`and ${items.length - most} more`, () => ul.replaceWith(list(items, make, items.length)))));
  return ul;
}
const at = text => el('div', { class: 'at' }, text);

// --- details
// Lines of one file stand behind its path, which is said once.
function places(some, count) {
  const lines = new Map();
  for (const [path, line] of some) lines.set(path, [...lines.get(path) ?? [], line]);
  return [...lines].map(([path, of], i) => at(`${path}:${of.join(', ')}${i === lines.size - 1 && count > some.length ? ' …' : ''}`));
}
function evidence(e) {
  return [named(e.from.name), ' → ', named(e.to.name), ` ${e.kinds}, ${e.count}`, ...places(e.lines.map(l => [e.from.path, l]), e.count)];
}
function cutSections(m) {
  return Object.entries(WORDS).flatMap(([key, words]) => {
    const [count, ...numbers] = m[key];
    if (!count) return [];
    return [el('h3', {}, `${words} (${count})`), list(numbers.map(i => items[i]), i =>
      [named(i.from), i.to ? ' → ' : '', i.to ? named(i.to) : '', i.what ? ` ${i.what}` : '', i.count > 1 ? ` ×${i.count}` : '', ...places(i.places, i.count)], 15),
      numbers.length < count ? el('p', {}, `The first ${numbers.length} of ${count}; hew split cost ${m.name} --format json tells all.`) : undefined];
  });
}
function showModule(m) {
  show(m.name,
    el('p', {}, el('strong', { class: m.difficulty.includes('hard') ? 'hot' : '' }, m.difficulty), `, cost ${m.cost}; ${counted(m.size, 'class', 'classes')}; would touch ${counted(m.files, 'file')} outside`),
    el('p', {}, link('Show its classes', () => drawModule(m))),
    m.tables.length ? el('h3', {}, 'Owns') : undefined,
    m.tables.length ? list(m.tables, t => link(t, () => showTable(t))) : undefined,
    ...cutSections(m),
    m.travelling.length ? el('h3', {}, `Data that travels (${m.travelling.length})`) : undefined,
    m.travelling.length ? list(m.travelling, named, 15) : undefined,
    el('h3', {}, `Classes (${m.classes.length})`), list(m.classes, c => named(c.name)));
}
function showClass(c) {
  drawClass(c);
  const m = modules.get(c.module);
  show(c.name, at(`${c.path}:${c.line}`),
    el('p', {}, 'Module ', m ? link(c.module, () => { drawModules(); showModule(m); }) : c.module, c.roles.length ? `; ${c.roles.join(', ')}` : '',
      data.shared[c.name] ? `; shared: ${data.shared[c.name]}` : ''),
    el('h3', {}, `Uses (${c.out.length})`), list([...c.out].sort((a, b) => b.count - a.count), evidence),
    el('h3', {}, `Is used by (${c.in.length})`), list([...c.in].sort((a, b) => b.count - a.count), evidence));
}
function showTable(name) {
  const t = data.tables.find(x => x.name === name);
  show(`Table ${t.name}`, el('p', {}, t.owner ? `owned by ${t.owner}` : 'owned by nobody'),
    el('h3', {}, 'Who touches it'), list(t.accesses, ([c, does, how, place]) => [named(classes[c].name), ` ${does} (${how}), module ${classes[c].module}`, at(place)]));
}
function showBetween(b) {
  show(`${b.from} → ${b.to}`, el('p', {}, counted(b.count, 'place')), list([...b.edges].sort((x, y) => y.count - x.count), evidence));
}

// --- drawing
let cy, crowded;
function colours() {
  const style = getComputedStyle(document.documentElement);
  return name => style.getPropertyValue(name).trim();
}
function hue(name) {
  let h = 0;
  for (const c of name) h = (h * 31 + c.charCodeAt(0)) % 360;
  return h;
}
function draw(nodes, links, where, layout) {
  const colour = colours();
  $('where').textContent = where;
  cy?.destroy();
  cy = cytoscape({
    container: $('graph'),
    elements: [
      ...nodes.map((n, i) => ({ data: { ...onScreen(n, 1), ...n }, position: { x: 400 * Math.cos(2 * Math.PI * i / nodes.length), y: 400 * Math.sin(2 * Math.PI * i / nodes.length) } })),
      ...links.map((l, i) => ({ data: { id: 'e' + i, ...l } }))],
    style: [
      { selector: 'node', style: { label: 'data(label)', width: 'data(size)', height: 'data(size)', 'background-color': n => `hsl(${hue(n.data('module'))}, 55%, 55%)`, color: colour('--ink'), 'font-size': 'data(font)', 'font-family': FONT, 'text-valign': 'center', 'text-outline-color': colour('--back'), 'text-outline-width': 'data(rim)' } },
      { selector: 'node.below', style: { 'text-valign': 'bottom', 'text-margin-y': 'data(gap)' } },
      { selector: 'node.above', style: { 'text-valign': 'top', 'text-margin-y': 'data(back)' } },
      { selector: 'node.left', style: { 'text-halign': 'left', 'text-margin-x': 'data(back)' } },
      { selector: 'node.right', style: { 'text-halign': 'right', 'text-margin-x': 'data(gap)' } },
      { selector: 'node[middle]', style: { 'border-width': 4, 'border-color': colour('--mark') } },
      { selector: 'edge', style: { width: 'data(width)', 'line-color': colour('--soft'), 'target-arrow-color': colour('--soft'), 'target-arrow-shape': 'triangle', 'arrow-scale': 0.8, 'curve-style': 'bezier', opacity: 0.45 } },
      { selector: 'node.quiet', style: { 'text-opacity': 0 } },
      { selector: ':selected', style: { 'text-opacity': 1, 'line-color': colour('--mark'), 'target-arrow-color': colour('--mark'), 'border-width': 4, 'border-color': colour('--mark'), 'z-index': 10 } },
      { selector: 'edge.more', style: { 'line-color': colour('--mark'), 'target-arrow-color': colour('--mark') } }],
    layout: layout ?? { name: 'preset' },
  });
  const tied = cy.nodes().filter(n => n.degree() > 0);
  if (!layout && tied.nonempty()) tied.union(tied.connectedEdges()).layout({ name: 'cose', randomize: false, animate: false, nodeRepulsion: () => 400000, idealEdgeLength: e => 110 + (e.source().data('size') + e.target().data('size')) / 2, nodeOverlap: 40, componentSpacing: 60 }).run();
  measure(cy);
  if (layout) {
    if (cy.zoom() > LARGEST) { cy.zoom(LARGEST); cy.center(); }
    shift(cy);
  } else arrange(cy);
  uncrowd(cy);
  cy.on('zoom', () => { clearTimeout(crowded); crowded = setTimeout(() => uncrowd(cy), 80); });
  cy.on('mouseover', 'node', t => t.target.removeClass('quiet'));
  cy.on('tap', 'node', t => t.target.data('open')?.());
  cy.on('dbltap', 'node', t => t.target.data('enter')?.());
  cy.on('tap', 'edge', t => t.target.data('open')?.());
}
// A large map is drawn by what ties a module most; the other ties of a module appear when it is chosen.
function strongest(all, each) {
  const ties = new Map();
  for (const b of all) for (const m of [b.from, b.to]) ties.set(m, [...ties.get(m) ?? [], b]);
  return [...new Set([...ties.values()].flatMap(own => own.sort((x, y) => y.count - x.count).slice(0, each)))];
}
function drawModules() {
  current = drawModules;
  const shown = [...modules.values()].sort((a, b) => b.size - a.size).slice(0, MOST_NODES);
  const names = new Set(shown.map(m => m.name));
  const all = [...between.values()].filter(b => names.has(b.from) && names.has(b.to));
  const some = shown.length > FEW_NODES ? strongest(all, 2) : all;
  const most = Math.max(...all.map(b => b.count), 1);
  const largest = Math.max(...shown.map(m => m.size), 1);
  const tie = b => ({ source: b.from, target: b.to, width: 1 + 7 * Math.sqrt(b.count / most), open: () => showBetween(b) });
  const open = m => {
    showModule(m);
    cy.remove('edge.more');
    cy.add(all.filter(b => (b.from === m.name || b.to === m.name) && !some.includes(b)).map(b => ({ data: tie(b), classes: 'more' })));
  };
  draw(shown.map(m => ({ id: m.name, label: `${m.name} (${m.size})`, module: m.name, size: 18 + 72 * Math.sqrt(m.size / largest), px: 11 + 4 * Math.sqrt(m.size / largest), open: () => open(m), enter: () => drawModule(m) })),
    some.map(tie),
    [some.length < all.length ? 'each module with its two strongest ties' : '', shown.length < modules.size ? `the ${shown.length} largest of ${modules.size} modules` : '', 'click: what a cut costs; double click: its classes'].filter(w => w).join('; '));
}
function drawModule(m) {
  current = () => drawModule(m);
  const inside = [...m.classes].sort((a, b) => b.in.length + b.out.length - a.in.length - a.out.length).slice(0, MOST_NODES);
  drawClasses(inside, undefined, inside.length < m.classes.length ? `the ${inside.length} most connected of ${m.classes.length} classes of ${m.name}` : `classes of ${m.name}`);
}
// Those that use a class stand to its left, those that it uses to its right, those tied most in the middle.
function drawClass(c) {
  current = () => drawClass(c);
  select('map');
  const weight = new Map();
  for (const e of [...c.out, ...c.in]) for (const o of [e.from, e.to]) if (o !== c) weight.set(o, (weight.get(o) ?? 0) + e.count);
  const used = new Set(c.out.map(e => e.to));
  const near = [...weight.keys()].sort((a, b) => weight.get(b) - weight.get(a));
  const sides = [near.filter(o => !used.has(o)).slice(0, MOST_A_SIDE), near.filter(o => used.has(o)).slice(0, MOST_A_SIDE)];
  const positions = new Map([[c, { x: 0, y: 0 }]]);
  sides.forEach((side, right) => side.forEach((o, i) => {
    const row = i % 2 ? -(i + 1) / 2 : i / 2;
    positions.set(o, { x: right ? 260 : -260, y: 26 * (side.length % 2 ? row : row + 0.5) });
  }));
  const shown = sides[0].length + sides[1].length;
  drawClasses([c, ...sides[0], ...sides[1]], c, `left: what uses ${c.simple}; right: what it uses${shown < near.length ? `; the ${shown} tied most of ${near.length}` : ''}`,
    { name: 'preset', positions: n => positions.get(classes[n.id().slice(1)]), padding: 30, fit: true });
}
function drawClasses(some, middle, where, layout) {
  const ids = new Set(some.map(c => c.id));
  draw(some.map(c => ({ id: 'c' + c.id, label: c.simple, module: c.module, middle: c === middle || undefined, side: !middle ? undefined : c === middle ? 'below' : layout.positions({ id: () => 'c' + c.id }).x < 0 ? 'left' : 'right', size: middle ? 14 : 14 + 3 * Math.sqrt(c.in.length), px: middle ? 12 : 11, open: () => showClass(c) })),
    some.flatMap(c => c.out.filter(e => ids.has(e.to.id) && (!middle || e.from === middle || e.to === middle)).map(e => ({ source: 'c' + c.id, target: 'c' + e.to.id, width: 1 + Math.log(e.count), open: () => show('Evidence', list([e], evidence)) }))),
    where, layout);
}

// --- the other views
// Of very many rows the first are shown; search finds the others.
function rows(all, what, make) {
  const body = el('tbody', {}, ...all.slice(0, MOST_ROWS).map(make));
  if (all.length > MOST_ROWS) body.append(el('tr', {}, el('td', {}, `and ${all.length - MOST_ROWS} more ${what}: search finds them`)));
  return body;
}
function fillMatrix() {
  const names = [...modules.values()].sort((a, b) => b.size - a.size).slice(0, MOST_IN_MATRIX).map(m => m.name);
  const most = Math.max(...[...between.values()].map(b => b.count), 1);
  const head = el('tr', {}, el('th', {}, 'from \\ to'), ...names.map(n => el('th', {}, el('span', {}, n))));
  $('view-matrix').replaceChildren(el('p', {}, `Rows use columns; each number is places in the source.${names.length < modules.size ? ` The ${names.length} largest of ${modules.size} modules.` : ''}`), el('table', { class: 'matrix' }, el('thead', {}, head),
    el('tbody', {}, ...names.map(from => el('tr', {}, el('th', { class: 'side' }, link(from, () => showModule(modules.get(from)))), ...names.map(to => {
      const b = between.get(from + '\u0000' + to);
      return b ? el('td', { style: `background: color-mix(in srgb, var(--hot) ${Math.round(8 + 60 * Math.sqrt(b.count / most))}%, transparent)` }, el('button', { onclick: () => showBetween(b) }, String(b.count))) : el('td', {}, from === to ? '·' : '');
    }))))));
}
function fillTables() {
  $('view-tables').replaceChildren(el('table', {}, el('thead', {}, el('tr', {}, ...['Table', 'Owner', 'Written by', 'Read by'].map(h => el('th', {}, h)))),
    rows(data.tables, 'tables', t => {
      const by = does => [...new Set(t.accesses.filter(a => a[1] === does).map(a => classes[a[0]].module))];
      const writers = by('writes');
      return el('tr', {}, el('td', {}, link(t.name, () => showTable(t.name))), el('td', {}, t.owner || '–'), el('td', { class: writers.length > 1 ? 'hot' : '' }, writers.join(', ')), el('td', {}, by('reads').join(', ')));
    })));
}
function fillSeams() {
  $('view-seams').replaceChildren(el('table', {}, el('thead', {}, el('tr', {}, ...['Module', 'Difficulty', 'Cost', 'Classes', 'Tables', 'Associations', 'Foreign keys', 'Transactions', 'Pages', 'Calls in', 'Calls out', 'Files outside'].map(h => el('th', {}, h)))),
    rows([...modules.values()], 'modules', m => el('tr', {}, el('td', {}, link(m.name, () => showModule(m))), ...[m.difficulty, m.cost, m.size, m.tables.length, m.associations[0], m.foreignKeys[0], m.transactions[0], m.templates[0], m.callsIn[0], m.callsOut[0], m.files].map(v => el('td', {}, String(v)))))));
}
function select(view) {
  for (const name of ['map', 'matrix', 'tables', 'seams']) {
    $('view-' + name).hidden = name !== view;
    $('tab-' + name).setAttribute('aria-pressed', String(name === view));
  }
  if (view === 'map') cy?.resize();
}

// --- search and keys
function find(text) {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return [];
  const rank = name => name.toLowerCase() === wanted ? 0 : name.toLowerCase().startsWith(wanted) ? 1 : 2;
  return [
    ...[...modules.values()].filter(m => m.name.toLowerCase().includes(wanted)).map(m => [rank(m.name), `module ${m.name}`, () => { select('map'); drawModules(); showModule(m); }]),
    ...data.tables.filter(t => t.name.toLowerCase().includes(wanted)).map(t => [rank(t.name), `table ${t.name}`, () => showTable(t.name)]),
    ...classes.filter(c => c.name.toLowerCase().includes(wanted)).map(c => [rank(c.simple), `${c.simple}  ${c.name}`, () => showClass(c)]),
  ].sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1)).slice(0, MOST_RESULTS);
}
function results() {
  if (!data) return;
  $('results').replaceChildren(...find($('search').value).map(([, text, open]) => el('li', { role: 'option' }, el('button', { onclick: () => { $('results').replaceChildren(); open(); $('detail').focus(); } }, text))));
}
let current = drawModules;
$('search').addEventListener('input', results);
$('search').addEventListener('keydown', e => {
  if (e.key === 'Enter') $('results').querySelector('button')?.click();
  if (e.key === 'ArrowDown') { e.preventDefault(); $('results').querySelector('button')?.focus(); }
});
$('results').addEventListener('keydown', e => {
  const step = e.key === 'ArrowDown' ? 'nextElementSibling' : e.key === 'ArrowUp' ? 'previousElementSibling' : undefined;
  if (step) { e.preventDefault(); (e.target.closest('li')[step]?.querySelector('button') ?? $('search')).focus(); }
});
document.addEventListener('keydown', e => {
  if (!data) return;
  if (e.key === 'Escape') { $('results').replaceChildren(); $('search').blur(); select('map'); drawModules(); return; }
  if (e.target.tagName === 'INPUT' || e.ctrlKey || e.metaKey || e.altKey) return;
  if (e.key === '/') { e.preventDefault(); $('search').focus(); }
  const view = { 1: 'map', 2: 'matrix', 3: 'tables', 4: 'seams' }[e.key];
  if (view) select(view);
  if (e.key === '+') zoom(1.25);
  if (e.key === '-') zoom(0.8);
});
const zoom = by => cy.zoom({ level: cy.zoom() * by, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
$('plus').addEventListener('click', () => zoom(1.25));
$('minus').addEventListener('click', () => zoom(0.8));
$('fit').addEventListener('click', () => cy.fit(undefined, 30));
$('back').addEventListener('click', drawModules);
for (const b of document.querySelectorAll('nav [data-view]')) b.addEventListener('click', () => select(b.dataset.view));
$('theme').addEventListener('click', () => {
  const dark = getComputedStyle(document.documentElement).colorScheme === 'dark' || (!document.documentElement.dataset.theme && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'light' : 'dark';
  if (data) current();
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => data && current());
unpacked().then(read => {
  data = read;
  prepare();
  $('summary').textContent = data.summary;
  fillMatrix();
  fillTables();
  fillSeams();
  select('map');
  drawModules();
  const first = [...modules.values()][0];
  if (first) showModule(first);
}).catch(e => {
  $('summary').textContent = typeof DecompressionStream === 'undefined' ? 'This page needs a browser of 2023 or later.' : `This page cannot be shown: ${e.message}`;
  throw e;
});
