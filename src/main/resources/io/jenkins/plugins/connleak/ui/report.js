/*
 * Makes connleak's pages handier: filter, sort, links to one leak, previous and next, copy, trend captions. A page works
 * without it; what needs it is hidden until it runs. It sets no style, builds no markup from strings, stores nothing and
 * asks the network for nothing, so it runs under any content security policy that lets its file (or hash) in.
 *
 * Markup, the same in Jenkins' pages and in the command line's HTML; every part may be missing. LeakView makes the articles.
 *
 *   .connleak[data-cl-report]           the root; several on one page do not know of each other
 *   form[data-cl-filters][hidden]       filter fields: input[name=q], select[name=certainty|rule|kind|package|evidence], button[type=reset],
 *                                       button[data-cl-csv]; [data-cl-count] inside it tells how many rows are shown
 *   table.cl-rows[data-cl-table]        rows of one body, stacked on narrow screens; th[data-cl-sort=text|place] becomes a button that sorts
 *   tr[data-cl-row="<id>"]              a leak: data-rule, data-certainty, data-kind, data-package, data-evidence; a cell with data-file and
 *                                       data-line for the order "place"; a link to #<id> or to the leak's own page
 *   [data-cl-none][hidden]              shown when no row fits the filter
 *   [data-cl-pick="<field>"][data-value] a bar that sets that field of the filter, and unsets it
 *   [data-cl-map="<field>"]             a treemap of the rows by that field, which it filters by (treemap.js)
 *   [data-cl-texts]                     the words of the page as JSON, in the attribute or as content
 *   article[data-cl-leak]#<id>          a leak in full; hidden together with its row
 *   [data-cl-actions][hidden]           its buttons: [data-cl-copy][data-text], [data-cl-step=previous|next]
 *   svg[data-cl-chart]                  a trend; circle[data-cl-point] holds a title, which [data-cl-tip] of the same section
 *                                       shows for the point nearest to the pointer
 *
 * Addresses: #<id> leads to one leak; #?q=…&rule=…&sort=…&order=… to a view of the table.
 * Keys, outside of fields: j or n next leak, k or p previous leak, / search.
 */
(function () {
  "use strict";

  /* Up to so many articles follow their rows when these are sorted; previous and next follow them in any case. */
  const MOVED = 500;
  /* Areas of a treemap; the rest is one. */
  const AREAS = 40;
  const FIELDS = ["q", "certainty", "rule", "kind", "package", "evidence"];

  /* The words of the page; each page brings them, in its language. */
  const words = {};

  function word(key) {
    const values = Array.prototype.slice.call(arguments, 1);
    return (words[key] || key).replace(/\{(\d)\}/g, function (all, index) {
      return values[Number(index)];
    });
  }

  function each(root, selector, action) {
    Array.prototype.forEach.call(root.querySelectorAll(selector), action);
  }

  function start(root) {
    const form = root.querySelector("form[data-cl-filters]");
    const table = root.querySelector("table[data-cl-table]");
    const rows = table ? Array.prototype.slice.call(table.tBodies[0].rows) : [];
    const texts = new Map();
    const articles = new Map();
    const sorting = { column: -1, descending: false };
    let shown = [];
    let current = "";
    let waiting = 0;

    each(root, "article[data-cl-leak]", function (article) {
      articles.set(article.id, article);
      if (rows.length === 0) {
        shown.push(article.id);
      }
    });
    rows.forEach(function (row) {
      texts.set(row, (row.textContent + " " + placeOf(row).file).toLowerCase());
    });

    function field(name) {
      return form ? form.elements.namedItem(name) : null;
    }

    function value(name) {
      const element = field(name);
      return element ? element.value : "";
    }

    function fits(row, parts, without) {
      return FIELDS.slice(1).every(function (name) {
        const wanted = value(name);
        return wanted === "" || name === without || row.dataset[name] === wanted;
      }) && parts.every(function (word) {
        return texts.get(row).includes(word);
      });
    }

    function filter() {
      const parts = value("q").toLowerCase().split(/\s+/).filter(Boolean);
      shown = [];
      rows.forEach(function (row) {
        const visible = fits(row, parts);
        row.hidden = !visible;
        if (visible) {
          shown.push(row.dataset.clRow);
        }
        const article = articles.get(row.dataset.clRow);
        if (article) {
          article.hidden = !visible;
        }
      });
      each(root, "[data-cl-count]", function (output) {
        output.textContent = shown.length === rows.length ? word("allShown", rows.length) : word("someShown", shown.length, rows.length);
      });
      each(root, "[data-cl-map]", map);
      each(root, "[data-cl-none]", function (note) {
        note.hidden = shown.length > 0;
      });
      each(root, "[data-cl-pick]", function (bar) {
        bar.setAttribute("aria-pressed", String(value(bar.dataset.clPick) === bar.dataset.value));
      });
    }

    /* The parts of a field among the rows that fit all other filters. */
    function map(host) {
      const name = host.dataset.clMap;
      const texts = value("q").toLowerCase().split(/\s+/).filter(Boolean);
      const counts = new Map();
      rows.forEach(function (row) {
        if (fits(row, texts, name)) {
          counts.set(row.dataset[name], (counts.get(row.dataset[name]) || 0) + 1);
        }
      });
      const parts = Array.from(counts, function (entry) {
        return { value: entry[0], label: entry[0], count: entry[1], pressed: value(name) === entry[0] };
      }).sort(function (left, right) {
        return right.count - left.count || (left.label < right.label ? -1 : 1);
      });
      const rest = parts.slice(AREAS).reduce(function (sum, part) { return sum + part.count; }, 0);
      const drawn = parts.slice(0, AREAS).concat(rest === 0 ? [] : [{ label: word("page.otherPackages"), count: rest }]);
      window.connleakTreemap(host, drawn, function (chosen) {
        pick(name, chosen);
      }, word("page.by." + name));
    }

    function pick(name, chosen) {
      const element = field(name);
      if (element) {
        element.value = element.value === chosen ? "" : chosen;
        filter();
        remember();
      }
    }

    function remember() {
      const view = new URLSearchParams();
      FIELDS.forEach(function (name) {
        if (value(name) !== "") {
          view.set(name, value(name));
        }
      });
      if (sorting.column >= 0) {
        view.set("sort", String(sorting.column));
        view.set("order", sorting.descending ? "down" : "up");
      }
      const text = view.toString();
      history.replaceState(null, "", text === "" ? location.pathname + location.search : "#?" + text);
    }

    function placeOf(row) {
      const cell = row.querySelector("[data-file]");
      return cell ? { file: cell.dataset.file, line: Number(cell.dataset.line) } : { file: "", line: 0 };
    }

    function compare(column, order) {
      return function (left, right) {
        if (order === "place") {
          const a = placeOf(left);
          const b = placeOf(right);
          return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line;
        }
        const a = left.cells[column].textContent;
        const b = right.cells[column].textContent;
        return a < b ? -1 : a > b ? 1 : 0;
      };
    }

    function sort(column, descending) {
      const headings = table.tHead.rows[0].cells;
      if (!headings[column] || !headings[column].dataset.clSort) {
        return;
      }
      sorting.column = column;
      sorting.descending = descending;
      Array.prototype.forEach.call(headings, function (heading, index) {
        if (index === column) {
          heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
        } else {
          heading.removeAttribute("aria-sort");
        }
      });
      const order = compare(column, headings[column].dataset.clSort);
      const sign = descending ? -1 : 1;
      rows.sort(function (left, right) {
        return sign * order(left, right);
      });
      const body = document.createDocumentFragment();
      rows.forEach(function (row) {
        body.appendChild(row);
      });
      table.tBodies[0].appendChild(body);
      if (articles.size <= MOVED) {
        rows.forEach(function (row) {
          const article = articles.get(row.dataset.clRow);
          if (article) {
            article.parentNode.appendChild(article);
          }
        });
      }
      filter();
    }

    function mark(id) {
      current = id;
      rows.forEach(function (row) {
        row.classList.toggle("cl-current", row.dataset.clRow === id);
      });
      articles.forEach(function (article, key) {
        article.classList.toggle("cl-current", key === id);
      });
    }

    function open(id) {
      const article = articles.get(id);
      if (!article) {
        return;
      }
      if (article.hidden && form) {
        form.reset();
        filter();
      }
      mark(id);
      article.scrollIntoView({ block: "start" });
      article.focus({ preventScroll: true });
    }

    function step(from, distance) {
      const at = shown.indexOf(from);
      const next = at < 0 ? (distance > 0 ? 0 : shown.length - 1) : at + distance;
      if (shown[next] && articles.has(shown[next])) {
        history.replaceState(null, "", "#" + shown[next]);
        open(shown[next]);
      }
    }

    function follow() {
      const hash = location.hash;
      if (hash.startsWith("#?")) {
        const view = new URLSearchParams(hash.slice(2));
        FIELDS.forEach(function (name) {
          const element = field(name);
          if (element) {
            element.value = view.get(name) || "";
            if (element.value === "" && element.tagName === "SELECT") {
              element.selectedIndex = 0;
            }
          }
        });
        if (table && view.has("sort")) {
          sort(Number(view.get("sort")), view.get("order") === "down");
        }
        filter();
      } else if (hash.length > 1) {
        open(hash.slice(1));
      }
    }

    function listen() {
      if (form) {
        form.hidden = false;
        form.addEventListener("submit", function (event) {
          event.preventDefault();
        });
        form.addEventListener("input", function () {
          clearTimeout(waiting);
          waiting = setTimeout(function () {
            filter();
            remember();
          }, 80);
        });
        form.addEventListener("reset", function () {
          setTimeout(function () {
            filter();
            remember();
          });
        });
      }
      if (table) {
        each(table, "th[data-cl-sort]", function (heading) {
          const button = document.createElement("button");
          button.type = "button";
          button.textContent = heading.textContent;
          heading.textContent = "";
          heading.appendChild(button);
          button.addEventListener("click", function () {
            const column = heading.cellIndex;
            sort(column, sorting.column === column && !sorting.descending);
            remember();
          });
        });
        table.addEventListener("click", function (event) {
          const row = event.target.closest("tr[data-cl-row]");
          const link = row && row.querySelector("a[href]");
          if (link && !event.target.closest("a, button") && String(getSelection()) === "") {
            link.click();
          }
        });
      }
      each(root, "[data-cl-pick]", function (bar) {
        bar.addEventListener("click", function () {
          pick(bar.dataset.clPick, bar.dataset.value);
        });
      });
      each(root, "[data-cl-actions]", function (actions) {
        actions.hidden = false;
      });
      root.addEventListener("click", function (event) {
        const copy = event.target.closest("[data-cl-copy]");
        const move = event.target.closest("[data-cl-step]");
        if (copy) {
          put(copy.dataset.text, copy);
        } else if (move) {
          step(move.closest("[data-cl-leak]").id, move.dataset.clStep === "next" ? 1 : -1);
        }
      });
      each(root, "[data-cl-csv]", function (button) {
        button.addEventListener("click", function () {
          download(root, shown);
        });
      });
      each(root, "svg[data-cl-chart]", caption);
      document.addEventListener("keydown", function (event) {
        if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) {
          return;
        }
        if (event.key === "j" || event.key === "n") {
          step(current, 1);
        } else if (event.key === "k" || event.key === "p") {
          step(current, -1);
        } else if (event.key === "/" && field("q")) {
          event.preventDefault();
          field("q").focus();
        }
      });
      addEventListener("hashchange", follow);
    }

    listen();
    if (table) {
      filter();
    }
    follow();
  }

  function put(text, button) {
    const label = button.textContent;
    function done(answer) {
      button.textContent = answer;
      setTimeout(function () {
        button.textContent = label;
      }, 1500);
    }
    function old() {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.appendChild(area);
      area.select();
      done(word(document.execCommand("copy") ? "copied" : "notCopied"));
      area.remove();
    }
    if (navigator.clipboard) {
      navigator.clipboard.writeText(text).then(function () {
        done(word("copied"));
      }, old);
    } else {
      old();
    }
  }

  /* A cell that a spreadsheet would take for a formula gets an apostrophe in front. */
  function cell(value) {
    const text = String(value);
    return "\"" + (/^[=+\-@\t\r]/.test(text) ? "'" : "") + text.replace(/"/g, "\"\"") + "\"";
  }

  function download(root, ids) {
    const block = root.querySelector("script[data-cl-data]");
    const leaks = new Map(JSON.parse(block.textContent).leaks.map(function (leak) {
      return [leak.id, leak];
    }));
    const columns = ["file", "line", "rule", "certainty", "kind", "type", "variable", "package", "class", "method", "message"];
    const lines = ids.map(function (id) {
      return columns.map(function (column) {
        return cell(leaks.get(id)[column]);
      }).join(",");
    });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff" + [columns.join(",")].concat(lines).join("\r\n") + "\r\n"], { type: "text/csv" }));
    link.download = "connleak.csv";
    link.click();
    URL.revokeObjectURL(link.href);
  }

  function caption(chart) {
    const section = chart.closest("section");
    const tip = section && section.querySelector("[data-cl-tip]");
    const points = Array.prototype.slice.call(chart.querySelectorAll("[data-cl-point]"));
    if (!tip || points.length === 0) {
      return;
    }
    let near = points[points.length - 1];
    function show(point) {
      near.classList.remove("cl-near");
      near = point;
      near.classList.add("cl-near");
      tip.textContent = near.textContent;
    }
    chart.addEventListener("pointermove", function (event) {
      const box = chart.getBoundingClientRect();
      const x = (event.clientX - box.left) * chart.viewBox.baseVal.width / box.width;
      show(points.reduce(function (best, point) {
        return Math.abs(point.cx.baseVal.value - x) < Math.abs(best.cx.baseVal.value - x) ? point : best;
      }));
    });
    show(near);
  }

  function startAll() {
    each(document, "[data-cl-texts]", function (block) {
      Object.assign(words, JSON.parse(block.dataset.clTexts || block.textContent));
    });
    each(document, "[data-cl-report]", start);
  }

  // Jenkins puts the script before the markup, the command line's HTML after it.
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", startAll);
  } else {
    startAll();
  }
})();
