#include "report/sheet_style.h"

namespace preauth {

// What stands in @media print is known to sheet_room.cpp too, which chooses the size of type of each page by it.
// break-inside keeps a table or a question with its answer line together.
std::string_view sheet_style() {
  return R"css(
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 1rem; background: #fff; color: #111;
  font: 1rem/1.45 Arial, "Liberation Sans", Helvetica, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.7em; line-height: 1.15; margin: 0 0 .3em; }
h2 { font-size: 1.3em; line-height: 1.2; margin: 1.2em 0 .4em; border-bottom: 2px solid #111; }
h3 { font-size: 1.05em; line-height: 1.25; margin: 1em 0 .25em; }
p, ul, ol, dl, dd { margin: 0 0 .35em; }
ul, ol { padding-left: 1.3em; }
.large { padding-left: 0; list-style: none; font-size: 1.1em; }
.small { font-size: .88em; }
.head { display: flex; flex-wrap: wrap; gap: .1em 1.6em; }
.head div { display: flex; gap: .4em; }
.head dt { flex: none; font-weight: bold; }
.head dt::after, .line strong::after { content: ":"; }
.blank { display: inline-block; min-width: 9em; border-bottom: 1px solid #111; }
table { width: 100%; border-collapse: collapse; margin: .2em 0 .4em; font-variant-numeric: tabular-nums; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { text-align: left; vertical-align: top; padding: .2em .5em .2em 0; border-bottom: 1px solid #767676; }
thead th { border-bottom: 2px solid #111; vertical-align: bottom; }
tbody th { font-weight: normal; }
table { overflow-wrap: normal; }
th:first-child, #plan td { overflow-wrap: anywhere; }
th:first-child { width: 30%; }
.amount { text-align: right; padding-left: .5em; }
.amount:last-child { padding-right: 0; }
.bar { display: grid; grid-template-columns: 32% 1fr; gap: .8em; align-items: center; }
.bar p { margin: 0; }
svg { display: block; width: 100%; height: auto; }
.track { stroke: #767676; stroke-width: 2; }
.whole { fill: url(#hatch); stroke: #111; stroke-width: 2; }
.hatch { stroke: #111; stroke-width: 3; }
.usual { fill: #5f6b76; stroke: #111; stroke-width: 2; }
.likely { fill: #000; stroke: #fff; stroke-width: 3; }
.tick { fill: #111; font-size: 30px; }
.form h4 { font-size: 1em; margin: .6em 0 .2em; }
.line { display: flex; gap: .4em; margin: .5em 0; }
.line span { flex: 1; border-bottom: 1px solid #111; }
.record { display: flex; flex-wrap: wrap; gap: 0 1em; }
.record .line { flex: 1 1 7em; }
.cuts dt { float: left; clear: left; width: 2.6em; }
.cuts dd { margin-left: 2.6em; }
footer { margin-top: 1.5em; border-top: 1px solid #767676; font-size: .8em; }
footer p { display: inline; margin-right: 1em; }
@media screen and (max-width: 34rem) {
  body { padding: .5rem; }
  table, tbody { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { display: grid; grid-template-columns: repeat(auto-fill, minmax(6.5em, 1fr)); gap: .2em .6em;
    padding: .4em 0; border-bottom: 1px solid #767676; }
  tbody th, td { grid-column: 1 / -1; border: 0; padding: 0; overflow-wrap: anywhere; }
  tbody th:first-child { width: auto; font-weight: bold; }
  td.amount { grid-column: auto; text-align: left; padding: 0; }
  td::before { content: attr(data-head) ": "; font-size: .85em; }
  td.amount::before { content: attr(data-head); display: block; }
  .bar { grid-template-columns: 1fr; gap: .1em; margin-bottom: .4em; }
}
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; line-height: 1.25; overflow-wrap: anywhere; }
  h1 { font-size: 16pt; margin-bottom: .2em; }
  h2 { font-size: 12pt; margin: .25em 0 .1em; }
  h3 { font-size: 1.05em; margin: .4em 0 .1em; break-after: avoid; }
  p, ul, ol, dl, dd { margin-bottom: .18em; }
  table { margin: .1em 0 .3em; }
  table, .bar, .form li, .line { break-inside: avoid; }
  th, td { padding-top: .1em; padding-bottom: .1em; }
  th:first-child { width: 41%; }
  #workings th:first-child { width: 34%; }
  #authorization th:first-child { width: 24%; }
  .bar { grid-template-columns: 40% 1fr; gap: .6em; }
  .tick { font-size: 27px; }
  .large { font-size: 1.05em; }
  .small { font-size: .9em; }
  .page + .page, .cuts { break-before: page; }
  .cuts { font-size: 9pt; }
  #workings { line-height: 1.2; }
  #workings .columns { columns: 2; column-gap: 7mm; column-fill: balance; }
  #workings .wide { column-span: all; }
  #plan td { overflow-wrap: break-word; }
  td.amount, .whole { white-space: nowrap; }
  .form h4 { margin: .3em 0 0; }
  .line { margin: .9em 0 .2em; }
  footer { display: none; }
}
)css";
}

}  // namespace preauth
