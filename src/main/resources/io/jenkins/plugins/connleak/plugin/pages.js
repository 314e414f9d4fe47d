/*
 * The report page in Jenkins: asks the server for the rows that are to be seen, a page at a time, and shows them. The view
 * (tab, filters, order, page) is in the address, so that it can be sent to somebody, and the browser's back button works.
 * It sets no style, builds no markup from strings and runs under an enforced content security policy.
 *
 *   [data-cl-served]   the root: data-rows and data-groups are the addresses to ask, data-tabs lists the tabs and
 *                      data-texts all words, as JSON
 *   [data-cl-leak-page]  a page of one leak: keys j, n and k, p follow its links to the next and the previous leak
 */
(function () {
  "use strict";

  const FILTERS = ["rule", "certainty", "kind", "package", "file", "evidence"];
  const CHOICES = ["certainty", "rule", "kind", "evidence"];
  const GROUPS = { packages: "package", files: "file", rules: "rule" };
  const BARS = 8;
  const AREAS = 40;

  function element(name, attributes, children) {
    const made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
      if (attributes[key] !== null && attributes[key] !== undefined && attributes[key] !== false) {
        made.setAttribute(key, attributes[key] === true ? "" : attributes[key]);
      }
    });
    (children || []).forEach(function (child) {
      made.append(child);
    });
    return made;
  }

  function start(root) {
    const texts = JSON.parse(root.dataset.texts);
    const tabs = JSON.parse(root.dataset.tabs);
    const numbers = new Intl.NumberFormat(texts.language);
    const dates = new Intl.DateTimeFormat(texts.language, { dateStyle: "medium" });
    const parts = {};
    let view = new URLSearchParams();
    let asked = 0;
    let waiting = 0;

    function text(key) {
      const values = Array.prototype.slice.call(arguments, 1);
      return (texts[key] || key).replace(/\{(\d)\}/g, function (all, index) {
        const value = values[Number(index)];
        return typeof value === "number" ? numbers.format(value) : value;
      });
    }

    /* What an id is called; ids of files and packages are their names. */
    function named(field, id) {
      if (field === "package" && id === "") {
        return text("page.defaultPackage");
      }
      return texts[field + "." + id] || id;
    }

    function tab() {
      const wanted = view.get("tab");
      return tabs.some(function (one) { return one.id === wanted; }) ? wanted : tabs[0].id;
    }

    function address(changes) {
      const next = new URLSearchParams(view);
      Object.keys(changes).forEach(function (key) {
        if (changes[key] === "" || changes[key] === null) {
          next.delete(key);
        } else {
          next.set(key, changes[key]);
        }
      });
      if (!("page" in changes)) {
        next.delete("page");
      }
      const query = next.toString();
      return query === "" ? location.pathname : "?" + query;
    }

    function go(changes, replace) {
      const to = address(changes);
      if (replace) {
        history.replaceState(null, "", to);
      } else {
        history.pushState(null, "", to);
      }
      follow();
    }

    function follow() {
      view = new URLSearchParams(location.search);
      const by = GROUPS[tab()];
      const query = new URLSearchParams(view);
      query.set("tab", by ? "leaks" : tab());
      if (by) {
        query.set("by", by);
      }
      const number = ++asked;
      root.setAttribute("aria-busy", "true");
      fetch((by ? root.dataset.groups : root.dataset.rows) + "?" + query, { headers: { Accept: "application/json" } })
        .then(function (answer) {
          if (!answer.ok) {
            throw new Error(String(answer.status));
          }
          return answer.json();
        })
        .then(function (model) {
          if (number === asked) {
            show(model, by);
          }
        })
        .catch(function (failure) {
          if (number === asked) {
            parts.body.replaceChildren(element("p", { "class": "jenkins-alert jenkins-alert-warning", role: "alert" },
              [text("page.failed", failure.message)]));
          }
        })
        .finally(function () {
          if (number === asked) {
            root.removeAttribute("aria-busy");
          }
        });
    }

    /* A link within the page, which is followed without loading it again. */
    function link(changes, attributes, children) {
      const made = element("a", Object.assign({ href: address(changes) }, attributes), children);
      made.addEventListener("click", function (event) {
        if (event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
          event.preventDefault();
          go(changes);
        }
      });
      return made;
    }

    function showTabs() {
      parts.tabs.replaceChildren.apply(parts.tabs, tabs.map(function (one) {
        const count = one.count === undefined ? [] : [" ", element("span", { "class": "connleak-tab__count" }, [numbers.format(one.count)])];
        return link({ tab: one.id, sort: "", order: "" },
          { "class": "connleak-tab", "data-cl-tab": one.id, "aria-current": one.id === tab() ? "page" : null },
          [text("tab." + one.id)].concat(count));
      }));
    }

    function bars(field, shares) {
      const most = shares.length === 0 ? 1 : shares[0][1];
      const rows = shares.slice(0, BARS).map(function (share) {
        const pressed = view.get(field) === share[0];
        const button = element("button", {
          type: "button", "class": "connleak-share__row", "data-cl-pick": field, "data-value": share[0], "aria-pressed": String(pressed)
        }, [
          element("span", { "class": "connleak-share__label" }, [named(field, share[0])]),
          element("progress", { "class": "connleak-bar connleak-bar--" + share[0], value: share[1], max: most, "aria-hidden": "true" }),
          element("span", { "class": "connleak-share__count" }, [numbers.format(share[1])])
        ]);
        button.addEventListener("click", function () {
          pick(field, share[0]);
        });
        return button;
      });
      return element("section", { "class": "connleak-share", hidden: rows.length === 0 },
        [element("h2", { "class": "connleak-share__title" }, [text("page.by." + field)])].concat(rows));
    }

    function pick(field, value) {
      const change = {};
      change[field] = view.get(field) === value ? "" : value;
      go(change);
    }

    function showCharts(model) {
      parts.charts.hidden = model.inTab === 0 || tab() === "problems";
      if (parts.charts.hidden) {
        return;
      }
      parts.bars.replaceChildren(bars("certainty", model.facets.certainty), bars("rule", model.facets.rule), bars("kind", model.facets.kind));
      const packages = model.facets["package"].slice(0, AREAS).filter(function (share) { return share[0] !== ""; });
      const shown = packages.map(function (share) {
        return { value: share[0], label: share[0], count: share[1], pressed: view.get("package") === share[0] };
      });
      const rest = model.facets["package"].reduce(function (sum, share) { return sum + share[1]; }, 0)
        + model.otherPackages - packages.reduce(function (sum, share) { return sum + share[1]; }, 0);
      if (rest > 0) {
        shown.push({ label: text("page.otherPackages"), count: rest });
      }
      window.connleakTreemap(parts.map, shown, function (value) { pick("package", value); }, text("page.by.package"));
      parts.mapBox.hidden = packages.length === 0;
    }

    function showFilters(model) {
      const form = parts.form;
      if (document.activeElement !== form.elements.q) {
        form.elements.q.value = view.get("q") || "";
      }
      CHOICES.forEach(function (field) {
        const select = form.elements[field];
        const wanted = view.get(field) || "";
        const shares = model.facets[field].slice();
        if (wanted !== "" && !shares.some(function (share) { return share[0] === wanted; })) {
          shares.push([wanted, 0]);
        }
        select.replaceChildren.apply(select, [element("option", { value: "" }, [text("page.any." + field)])].concat(
          shares.filter(function (share) { return share[0] !== ""; }).map(function (share) {
            return element("option", { value: share[0], selected: share[0] === wanted }, [named(field, share[0])]);
          })));
        select.hidden = shares.length < 2 && wanted === "";
      });
      const chips = ["package", "file"].filter(function (field) { return view.has(field); }).map(function (field) {
        const change = {};
        change[field] = "";
        return link(change, { "class": "connleak-chip", "aria-label": text("page.without", named(field, view.get(field))) },
          [named(field, view.get(field)), element("span", { "aria-hidden": "true" }, ["\u00d7"])]);
      });
      parts.chips.replaceChildren.apply(parts.chips, chips);
      parts.count.textContent = model.found === model.inTab ? text("page.count", model.found) : text("page.countOf", model.found, model.inTab);
      const query = new URLSearchParams(view);
      query.set("tab", tab());
      query.delete("page");
      parts.csv.href = root.dataset.csv + "?" + query;
      parts.csv.hidden = tab() === "problems";
    }

    function heading(column) {
      const sorted = (view.get("sort") || "place") === column.sort;
      const down = sorted && view.get("order") === "down";
      const cell = element("th", { scope: "col", "aria-sort": sorted ? (down ? "descending" : "ascending") : null }, []);
      if (!column.sort) {
        cell.append(text("column." + column.id));
        return cell;
      }
      const button = element("button", { type: "button", "data-cl-sort": column.sort }, [text("column." + column.id)]);
      button.addEventListener("click", function () {
        go({ sort: column.sort === "place" ? "" : column.sort, order: sorted && !down ? "down" : "" });
        parts.focus = column.sort;
      });
      cell.append(button);
      return cell;
    }

    function leakAddress(row) {
      const query = new URLSearchParams(view);
      query.delete("page");
      query.delete("size");
      const tail = query.toString();
      return "leak/" + encodeURIComponent(row.id) + "/" + (tail === "" ? "" : "?" + tail);
    }

    function place(row) {
      const name = row.file.slice(row.file.lastIndexOf("/") + 1);
      const line = row.line > 0 ? ":" + row.line : "";
      const shown = row.id ? element("a", { "class": "connleak-place", href: leakAddress(row), tabindex: "-1" }, [name + line])
        : element("span", { "class": "connleak-place" }, [name + line]);
      return [shown, element("div", { "class": "connleak-folder" }, [row.file.slice(0, Math.max(0, row.file.length - name.length - 1))])];
    }

    const CELLS = {
      rule: function (row) { return [element("a", { href: leakAddress(row) }, [named("rule", row.rule)])]; },
      resource: function (row) {
        const type = row.type.slice(row.type.lastIndexOf(".") + 1);
        return [named("kind", row.kind) + " ", element("code", { "class": "connleak-code" }, [(type + " " + row.variable).trim()])];
      },
      place: place,
      method: function (row) {
        const name = row.method.split("(")[0];
        return [element("span", { "class": "connleak-method" }, row["class"] === "" ? [name] : [row["class"] + ".", element("wbr"), name])];
      },
      certainty: function (row) {
        const certainty = element("span", { "class": "connleak-badge connleak-badge--" + row.certainty }, [named("certainty", row.certainty)]);
        return row.evidence === "" ? [certainty] : [certainty, " ", element("span", {
          "class": "connleak-badge connleak-badge--seen", title: named("evidence", row.evidence)
        }, [text("page.evidence." + row.evidence)])];
      },
      age: function (row) {
        if (row.state === "new") {
          return [element("span", { "class": "connleak-new" }, [text("page.new")])];
        }
        return row.firstBuild > 0 ? [element("span", { "class": "connleak-nowrap" }, [text("page.since", "#" + row.firstBuild)])] : [""];
      },
      author: function (row) {
        if (row.commit === "") {
          return [""];
        }
        const written = element("time", { "class": "connleak-folder", datetime: row.authored, title: row.commit },
          [dates.format(new Date(row.authored))]);
        return [row.author, element("div", {}, [written])];
      },
      reason: function (row) { return [row.reason]; },
      silencedBy: function (row) { return [text("silenced." + row.silencedBy)]; },
      problem: function (row) { return [named("problem", row.rule)]; },
      message: function (row) { return [row.message]; }
    };

    function columns(blamed) {
      const rule = { id: "rule", sort: "rule" };
      const where = [{ id: "place", sort: "place" }, { id: "method", sort: "method" }];
      if (tab() === "problems") {
        return [{ id: "place", sort: "place" }, { id: "problem", sort: "rule" }, { id: "message", sort: "message" }];
      }
      if (tab() === "silenced") {
        return [rule].concat(where, [{ id: "silencedBy" }, { id: "reason", sort: "reason" }]);
      }
      const last = tab() === "fixed" ? [] : [{ id: "age", sort: "age" }].concat(blamed ? [{ id: "author", sort: "author" }] : []);
      return [rule, { id: "resource", sort: "kind" }].concat(where, [{ id: "certainty", sort: "certainty" }], last);
    }

    function table(model) {
      const shown = columns(model.blamed);
      const body = element("tbody", {}, model.rows.map(function (row) {
        return element("tr", { "data-cl-row": row.id || true }, shown.map(function (column) {
          return element("td", { "data-label": text("column." + column.id) }, CELLS[column.id](row));
        }));
      }));
      body.addEventListener("click", function (event) {
        const row = event.target.closest("tr");
        const first = row && row.querySelector("a[href]");
        if (first && !event.target.closest("a, button") && String(getSelection()) === "") {
          first.click();
        }
      });
      return element("table", { "class": "jenkins-table jenkins-table--small connleak-leaks", "data-cl-table": true }, [
        element("caption", { "class": "connleak-caption" }, [text("tab." + tab())]),
        element("thead", {}, [element("tr", {}, shown.map(heading))]),
        body
      ]);
    }

    function groupTable(model, field) {
      const ids = ["group." + field, "count", "definite"].concat(model.compared ? ["new"] : []);
      return element("table", { "class": "jenkins-table jenkins-table--small connleak-leaks connleak-groups", "data-cl-table": true }, [
        element("caption", { "class": "connleak-caption" }, [text("tab." + tab())]),
        element("thead", {}, [element("tr", {}, ids.map(function (id) { return element("th", { scope: "col" }, [text("column." + id)]); }))]),
        element("tbody", {}, model.groups.map(function (group) {
          const change = { tab: "", sort: "", order: "" };
          change[field] = group.text;
          const name = group.text === "" && field === "package"
            ? named(field, group.text)
            : link(change, { "class": "connleak-place" }, [named(field, group.text)]);
          return element("tr", { "data-cl-row": true }, [
            element("td", { "data-label": text("column." + ids[0]) }, [name]),
            element("td", { "data-label": text("column.count"), "class": "connleak-figure" }, [numbers.format(group.count)]),
            element("td", { "data-label": text("column.definite"), "class": "connleak-figure" }, [numbers.format(group.definite)])
          ].concat(model.compared
            ? [element("td", { "data-label": text("column.new"), "class": "connleak-figure" }, [numbers.format(group.added)])]
            : []));
        }))
      ]);
    }

    function pager(model) {
      function to(page, key, on) {
        return on
          ? link({ page: page === 1 ? "" : String(page) }, { "class": "jenkins-button", "data-cl-page": key, "aria-label": text("page." + key) },
            [text("page." + key)])
          : element("span", { "class": "jenkins-button connleak-off", "aria-disabled": "true" }, [text("page." + key)]);
      }
      const at = model.page;
      return element("nav", { "class": "connleak-pager", "aria-label": text("page.pages"), hidden: model.pages < 2 }, [
        to(1, "first", at > 1), to(at - 1, "previous", at > 1),
        element("span", { "class": "connleak-pager__at" }, [text("page.pageOf", at, model.pages)]),
        to(at + 1, "next", at < model.pages), to(model.pages, "last", at < model.pages)
      ]);
    }

    function show(model, by) {
      showTabs();
      parts.filters.hidden = Boolean(by) || model.inTab === 0;
      if (by) {
        parts.charts.hidden = true;
        parts.body.replaceChildren(groupTable(model, by), pager(model));
        return;
      }
      showCharts(model);
      showFilters(model);
      if (model.found === 0) {
        parts.body.replaceChildren(element("p", { "class": "connleak-none", "data-cl-none": true }, [text("page.none")]));
      } else {
        parts.body.replaceChildren(table(model), pager(model));
      }
      if (parts.focus) {
        const button = parts.body.querySelector("[data-cl-sort=\"" + parts.focus + "\"]");
        parts.focus = null;
        if (button) {
          button.focus();
        }
      }
    }

    function build() {
      parts.tabs = element("nav", { "class": "connleak-tabs", "aria-label": text("page.tabs") });
      parts.bars = element("div", { "class": "connleak-shares" });
      parts.map = element("div", { "class": "connleak-map" });
      parts.mapBox = element("section", { "class": "connleak-share connleak-share--wide" },
        [element("h2", { "class": "connleak-share__title" }, [text("page.by.package")]), parts.map]);
      parts.charts = element("div", { "class": "connleak-charts", hidden: true }, [parts.bars, parts.mapBox]);
      parts.chips = element("span", { "class": "connleak-chips" });
      parts.count = element("output", { "class": "connleak-filters__count", "data-cl-count": true, "aria-live": "polite" });
      parts.csv = element("a", { "class": "jenkins-button", "data-cl-csv": true, href: root.dataset.csv, download: "connleak.csv" }, [text("page.csv")]);
      parts.form = element("form", { "class": "connleak-filters", role: "search", "data-cl-filters": true }, [
        element("input", { type: "search", name: "q", "class": "jenkins-input connleak-filters__text", placeholder: text("page.search"),
          "aria-label": text("page.search"), autocomplete: "off", maxlength: "200" })
      ].concat(CHOICES.map(function (field) {
        return element("select", { name: field, "class": "jenkins-input connleak-filters__choice", "aria-label": text("page.by." + field) });
      }), [
        element("button", { type: "reset", "class": "jenkins-button" }, [text("page.clear")]), parts.csv, parts.chips, parts.count
      ]));
      parts.filters = parts.form;
      parts.body = element("div", { "class": "connleak-body" });
      root.replaceChildren(parts.tabs, parts.charts, parts.form, parts.body);
      parts.form.addEventListener("submit", function (event) {
        event.preventDefault();
      });
      parts.form.addEventListener("change", function (event) {
        if (event.target.name !== "q") {
          const change = {};
          change[event.target.name] = event.target.value;
          go(change);
        }
      });
      parts.form.elements.q.addEventListener("input", function () {
        clearTimeout(waiting);
        waiting = setTimeout(function () {
          go({ q: parts.form.elements.q.value.trim() }, true);
        }, 200);
      });
      parts.form.addEventListener("reset", function (event) {
        event.preventDefault();
        parts.form.elements.q.value = "";
        const change = { q: "" };
        FILTERS.forEach(function (field) { change[field] = ""; });
        go(change);
      });
      document.addEventListener("keydown", function (event) {
        if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey
          && !event.target.closest("input, select, textarea, [contenteditable]") && !parts.form.hidden) {
          event.preventDefault();
          parts.form.elements.q.focus();
        }
      });
      addEventListener("popstate", follow);
    }

    build();
    follow();
  }

  function startLeak(root) {
    document.addEventListener("keydown", function (event) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, [contenteditable]")) {
        return;
      }
      const which = event.key === "j" || event.key === "n" ? "next" : event.key === "k" || event.key === "p" ? "prev" : "";
      const link = which === "" ? null : root.querySelector("a[rel=\"" + which + "\"]");
      if (link) {
        link.click();
      }
    });
  }

  function startAll() {
    document.querySelectorAll("[data-cl-served]").forEach(start);
    document.querySelectorAll("[data-cl-leak-page]").forEach(startLeak);
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", startAll);
  } else {
    startAll();
  }
})();
