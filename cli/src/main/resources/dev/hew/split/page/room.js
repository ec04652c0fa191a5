'use strict';
// Where the dots of a map and their names stand, so that no name covers a dot or another name.
const FONT = 'Helvetica Neue, Helvetica, sans-serif';
const LARGEST = 1.5; // zoom
const MARGIN = 40; // pixels of the screen, as all that follow
const LINE = 26;
const GAP = 3;
const ROUNDS = 80;
const MOST_STRETCH = 2;
// The part of the stage that names may take before the smaller dots must do without a place kept for theirs; the best is taken.
const FOR_NAMES = [0.5, 0.35, 0.2, 0.1];
const pen = document.createElement('canvas').getContext('2d');
const onScreen = (node, zoom) => ({ font: node.px / zoom, gap: GAP / zoom, back: -GAP / zoom, rim: 2 / zoom });
const high = node => node.data('px') * 1.4;
const bySize = (a, b) => (b.data('middle') ? 1 : 0) - (a.data('middle') ? 1 : 0) || b.data('size') - a.data('size');
function measure(cy) {
  cy.batch(() => cy.nodes().forEach(node => {
    pen.font = `${node.data('px')}px ${FONT}`;
    node.data('wide', pen.measureText(node.data('label')).width + 2 * GAP);
  }));
}
// Nodes that nothing ties stand in rows below the others, as far apart as their names ask for; the others fill the room that is left.
function arrange(cy) {
  const [width, height] = [cy.width(), cy.height()];
  const alone = cy.nodes().filter(n => n.degree() === 0);
  const tied = cy.nodes().difference(alone);
  const box = tied.empty() ? { x1: 0, y1: 0, w: 0, h: 0 } : tied.boundingBox({ includeLabels: false });
  let zoom = LARGEST, below;
  while (true) {
    below = inRows(alone, zoom, width, 1);
    // In a very large map not every name has room: those that have none appear when one looks closer.
    if (below.height > height / 2) below = inRows(alone, zoom, width, Math.min(1, 3 * zoom));
    if (zoom < 0.05 || (box.w * zoom <= width - 2 * MARGIN && box.h * zoom + below.height <= height - 2 * MARGIN)) break;
    zoom *= 0.97;
  }
  const stretch = (room, used) => used > 0 ? Math.max(1, Math.min(MOST_STRETCH, room / (used * zoom))) : 1;
  const [across, down] = [stretch(width - 2 * MARGIN, box.w), stretch(height - 2 * MARGIN - below.height, box.h)];
  const area = { w: box.w * zoom * across, h: box.h * zoom * down };
  area.x = (width - area.w) / 2;
  area.y = Math.max(MARGIN, (height - area.h - below.height) / 2);
  const start = () => tied.map(n => ({ node: n, r: n.data('size') * zoom / 2, x: area.x + (n.position('x') - box.x1) * zoom * across, y: area.y + (n.position('y') - box.y1) * zoom * down }));
  const lost = places => names(places, width, height).reduce((sum, name, i) => sum + (name ? 0 : places[i].node.data('size') ** 3), 0);
  const [places] = FOR_NAMES.map(part => spread(start(), zoom, width, height - below.height, part))
    .map(some => [some, lost(some)]).reduce((best, other) => other[1] < best[1] ? other : best);
  const foot = Math.max(area.y, ...places.map(place => place.y + place.r + LINE - GAP));
  cy.viewport({ zoom, pan: { x: 0, y: 0 } });
  cy.batch(() => {
    for (const { node, x, y } of places) node.renderedPosition({ x, y });
    alone.forEach((node, i) => node.renderedPosition({ x: below.at[i].x, y: foot + below.at[i].y }));
  });
}
// Where nodes stand in rows, from the top of the first; `room` is the part of what their names ask for that they get.
function inRows(nodes, zoom, width, room) {
  const round = node => node.data('size') * zoom;
  const widest = Math.max(1, ...nodes.map(n => Math.max(round(n), n.data('wide') + LINE))) * room;
  const columns = Math.max(1, Math.min(nodes.length, Math.floor(width / widest)));
  const cell = Math.min(width / columns, 2 * widest);
  const at = [];
  let height = 0;
  for (let from = 0; from < nodes.length; from += columns) {
    const row = nodes.slice(from, from + columns);
    const largest = Math.max(...row.map(round));
    row.forEach((node, i) => at.push({ x: (width - cell * columns + cell) / 2 + cell * i, y: height + GAP + largest / 2 }));
    height += largest + LINE * room;
  }
  return { at, height };
}
// Where names stand on the left and on the right, the side of the longer ones gets more room.
function shift(cy) {
  const widest = side => Math.max(0, ...cy.nodes().filter(n => n.data('side') === side).map(n => n.data('wide')));
  cy.panBy({ x: (widest('left') - widest('right')) / 2, y: 0 });
}
// Moves dots apart until the larger ones have room for their names below them, as far as there is room; and no dot stays on another.
function spread(places, zoom, width, height, part) {
  let free = part * width * height;
  const order = [];
  for (const place of [...places].sort((a, b) => bySize(a.node, b.node))) {
    const [r, wide] = [place.r + GAP, place.node.data('wide')];
    free -= wide * LINE;
    const name = free > 0;
    // The last pair that is moved is right: the larger ones come last.
    order.unshift(Object.assign(place, { head: r, half: name ? Math.max(r, wide / 2) : r, foot: name ? r + high(place.node) + GAP : r }));
  }
  push(order, width, height);
  for (const place of order) place.half = place.foot = place.head;
  push(order, width, height);
  return places;
}
// Moves what overlaps apart, the smaller one farther, on the shorter way.
function push(places, width, height) {
  const keep = (at, from, to) => Math.max(from, Math.min(to, at));
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    places.forEach((a, i) => places.slice(i + 1).forEach(b => {
      const across = a.half + b.half - Math.abs(a.x - b.x);
      const down = a.y < b.y ? a.foot + b.head - (b.y - a.y) : b.foot + a.head - (a.y - b.y);
      if (across <= 0 || down <= 0) return;
      moved = true;
      const light = b.r / (a.r + b.r);
      const [way, by] = across < down ? ['x', across] : ['y', down];
      const sign = a[way] < b[way] ? -1 : 1;
      a[way] += sign * by * light;
      b[way] -= sign * by * (1 - light);
      for (const one of [a, b]) {
        one.x = keep(one.x, one.half, width - one.half);
        one.y = keep(one.y, one.head, height - one.foot - GAP);
      }
    }));
    if (!moved) return;
  }
}
// Names are as large on the screen whatever the zoom. The name of a larger node is placed first; each goes to the first side of its
// node where it covers no node and no name; one that has no such side appears when one looks closer, or points at its node.
const SIDES = ['below', 'above', 'right', 'left', 'below right', 'above right', 'below left', 'above left'];
function beside({ node, x, y, r }, side) {
  const [gap, w, h] = [r + GAP, node.data('wide') / 2, high(node) / 2];
  const across = side.includes('right') ? x + gap : side.includes('left') ? x - gap - 2 * w : x - w;
  const down = side.includes('below') ? y + gap : side.includes('above') ? y - gap - 2 * h : y - h;
  return { x1: across, x2: across + 2 * w, y1: down, y2: down + 2 * h };
}
// For each dot the side of its name, if it has one.
function names(dots, width, height) {
  const taken = [];
  const clash = (a, b) => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;
  const inside = box => box.x1 >= 0 && box.x2 <= width && box.y1 >= 0 && box.y2 <= height;
  const circles = dots.map(({ x, y, r }) => ({ x1: x - r, x2: x + r, y1: y - r, y2: y + r }));
  const sides = [];
  dots.map((dot, i) => ({ dot, i })).sort((a, b) => bySize(a.dot.node, b.dot.node)).forEach(({ dot, i }) => {
    const own = dot.node.data('side');
    const clear = (own ? [own] : SIDES).map(side => ({ side, box: beside(dot, side) }))
      .filter(({ box }) => !taken.some(name => clash(name, box)) && !circles.some((circle, j) => j !== i && clash(circle, box)));
    const best = clear.find(({ box }) => inside(box)) ?? (inside(circles[i]) && !own ? undefined : clear[0]);
    sides[i] = best?.side;
    if (best) taken.push(best.box);
  });
  return sides;
}
function uncrowd(cy) {
  const dots = cy.nodes().map(node => ({ node, ...node.renderedPosition(), r: node.renderedOuterWidth() / 2 }));
  const sides = names(dots, cy.width(), cy.height());
  cy.batch(() => dots.forEach(({ node }, i) => {
    node.data(onScreen(node.data(), cy.zoom()));
    node.removeClass('quiet below above left right').addClass(sides[i] ?? 'quiet');
  }));
}
