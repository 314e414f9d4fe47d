/*
 * Draws parts of a whole as areas: connleakTreemap(host, parts, pick, label). The areas are buttons, so they are reached by
 * keyboard and told by screen readers; colours come from the style sheet. It sets no style and builds no markup from strings.
 *
 *   host    an element; what it holds is replaced, and drawn again when its width changes
 *   parts   [{ value, label, count, pressed }], in the order in which they are reached by keyboard; most first
 *   pick    called with the value of the area that was chosen; areas without a value can't be chosen
 *   label   what the drawing is called
 */
(function () {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const HEIGHT = 190;
  const GAP = 2;
  const LETTER = 7.2;

  /* Squarified: rows of areas along the shorter side, each begun when another part would make the last one thinner. */
  function layout(parts, box) {
    const total = parts.reduce(function (sum, part) { return sum + part.count; }, 0);
    const scale = box.width * box.height / total;
    const areas = [];
    let rest = { x: 0, y: 0, width: box.width, height: box.height };
    let row = [];

    function worst(counts, side) {
      const sum = counts.reduce(function (a, b) { return a + b; }, 0) * scale;
      const most = Math.max.apply(null, counts) * scale;
      const least = Math.min.apply(null, counts) * scale;
      return Math.max(side * side * most / (sum * sum), sum * sum / (side * side * least));
    }

    function place() {
      const sum = row.reduce(function (a, part) { return a + part.count; }, 0) * scale;
      const upright = rest.width >= rest.height;
      const side = upright ? rest.height : rest.width;
      const depth = sum / side;
      let at = 0;
      row.forEach(function (part) {
        const length = part.count * scale / depth;
        areas.push(upright
          ? { part: part, x: rest.x, y: rest.y + at, width: depth, height: length }
          : { part: part, x: rest.x + at, y: rest.y, width: length, height: depth });
        at += length;
      });
      rest = upright
        ? { x: rest.x + depth, y: rest.y, width: rest.width - depth, height: rest.height }
        : { x: rest.x, y: rest.y + depth, width: rest.width, height: rest.height - depth };
      row = [];
    }

    parts.forEach(function (part) {
      const side = Math.min(rest.width, rest.height);
      const counts = row.map(function (one) { return one.count; });
      if (row.length > 0 && worst(counts.concat(part.count), side) > worst(counts, side)) {
        place();
      }
      row.push(part);
    });
    place();
    return areas;
  }

  function element(name, attributes, parent) {
    const made = document.createElementNS(SVG, name);
    Object.keys(attributes).forEach(function (key) {
      made.setAttribute(key, attributes[key]);
    });
    parent.appendChild(made);
    return made;
  }

  /* The end of a long name tells more than its beginning. */
  function fitting(text, width) {
    const most = Math.floor(width / LETTER);
    return text.length <= most ? text : most < 3 ? "" : "\u2026" + text.slice(text.length - most + 1);
  }

  function draw(host, parts, pick, label) {
    const width = Math.max(200, Math.floor(host.clientWidth));
    host.textContent = "";
    if (parts.length === 0) {
      return;
    }
    const svg = element("svg", {
      "class": "cl-treemap", viewBox: "0 0 " + width + " " + HEIGHT, width: width, height: HEIGHT, role: "group", "aria-label": label
    }, host);
    const most = parts[0].count;
    layout(parts, { width: width, height: HEIGHT }).forEach(function (area) {
      const part = area.part;
      const group = element("g", { "class": "cl-area cl-area-" + Math.ceil(4 * part.count / Math.max(most, part.count)) }, svg);
      element("title", {}, group).textContent = part.label + ": " + part.count;
      element("rect", {
        x: area.x + GAP / 2, y: area.y + GAP / 2,
        width: Math.max(0.5, area.width - GAP), height: Math.max(0.5, area.height - GAP), rx: 3
      }, group);
      if (area.height > 18) {
        element("text", { x: area.x + 8, y: area.y + 17 }, group).textContent = fitting(part.label, area.width - 14);
      }
      if (area.height > 36 && area.width > 34) {
        element("text", { x: area.x + 8, y: area.y + 32, "class": "cl-area-count" }, group).textContent = part.count;
      }
      if (part.value === undefined) {
        group.classList.add("cl-area-rest");
        return;
      }
      group.setAttribute("role", "button");
      group.setAttribute("tabindex", "0");
      group.setAttribute("aria-label", part.label + ": " + part.count);
      group.setAttribute("aria-pressed", String(Boolean(part.pressed)));
      group.setAttribute("data-cl-area", part.value);
      group.addEventListener("click", function () {
        pick(part.value);
      });
      group.addEventListener("keydown", function (event) {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          pick(part.value);
        }
      });
    });
  }

  const hosts = new WeakMap();

  window.connleakTreemap = function (host, parts, pick, label) {
    const known = hosts.get(host);
    const view = known || { width: 0 };
    view.again = function () {
      view.width = Math.floor(host.clientWidth);
      draw(host, parts, pick, label);
    };
    view.again();
    if (!known) {
      hosts.set(host, view);
      new ResizeObserver(function () {
        if (Math.abs(Math.floor(host.clientWidth) - view.width) > 2) {
          view.again();
        }
      }).observe(host);
    }
  };
})();
