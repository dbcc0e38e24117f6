#include "report/sheet_style.h"

namespace preauth {

// Sizes on paper are set so that an ordinary sheet (four options, five months) leaves some room on both pages, with the
// wider of the usual fonts too. break-inside keeps a table or a question with its answer line together.
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
.head dt { font-weight: bold; }
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
#plan td:last-child { white-space: nowrap; }
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
  table { font-size: .8em; }
  th, td, #plan td:last-child { overflow-wrap: anywhere; white-space: normal; }
}
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; line-height: 1.26; }
  h1 { font-size: 16pt; }
  h2 { font-size: 12pt; margin: .3em 0 .1em; }
  h3 { font-size: 10.5pt; margin: .4em 0 .1em; break-after: avoid; }
  p, ul, ol, dl, dd { margin-bottom: .18em; }
  table, .bar, .form li, .line { break-inside: avoid; }
  th, td { padding-top: .1em; padding-bottom: .1em; }
  .large { font-size: 10.5pt; }
  .small { font-size: .88em; }
  .page + .page, .cuts { break-before: page; }
  #authorization, #branches, #plan, #treatment { column-span: all; }
  #workings { font-size: 7.9pt; line-height: 1.2; }
  #workings h3 { font-size: 8.8pt; }
  #workings th:first-child { width: 24%; }
  #branches td { white-space: nowrap; }
  :lang(es) body { font-size: 9.4pt; }
  :lang(es) #workings { font-size: 7.5pt; }
  #workings .columns { columns: 2; column-gap: 7mm; column-fill: balance; }
  .line { margin: .7em 0 .2em; }
  footer { display: none; }
}
)css";
}

}  // namespace preauth
