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
caption { text-align: left; font-size: .88em; padding-bottom: .15em; }
th, td { text-align: left; vertical-align: top; padding: .2em .5em .2em 0; border-bottom: 1px solid #767676; }
thead th { border-bottom: 2px solid #111; vertical-align: bottom; }
tbody th { font-weight: normal; }
.amount { text-align: right; padding-left: .5em; padding-right: 0; }
.bar { display: grid; grid-template-columns: 32% 1fr; gap: .8em; align-items: center; }
.bar p { margin: 0; }
svg { display: block; width: 100%; height: auto; }
.track { stroke: #767676; stroke-width: 2; }
.whole { fill: url(#hatch); stroke: #111; stroke-width: 2; }
.hatch { stroke: #111; stroke-width: 3; }
.usual { fill: #5f6b76; stroke: #111; stroke-width: 2; }
.likely { fill: #000; stroke: #fff; stroke-width: 3; }
.beyond { fill: #000; }
.tick { fill: #111; font-size: 30px; }
.form h4 { font-size: 1em; margin: .6em 0 .2em; }
.line { display: flex; gap: .4em; margin: .5em 0; }
.line span { flex: 1; border-bottom: 1px solid #111; }
.record { display: flex; flex-wrap: wrap; gap: 0 1em; }
.record .line { flex: 1 1 9em; }
.cuts dt { float: left; clear: left; width: 2.6em; }
.cuts dd { margin-left: 2.6em; }
footer { margin-top: 1.5em; border-top: 1px solid #767676; font-size: .8em; }
footer p { display: inline; margin-right: 1em; }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.3; }
  h1 { font-size: 17pt; }
  h2 { font-size: 12.5pt; margin: .5em 0 .2em; }
  h3 { font-size: 11pt; margin: .55em 0 .12em; break-after: avoid; }
  p, ul, ol, dl, dd { margin-bottom: .18em; }
  table, .bar, .form li, .line { break-inside: avoid; }
  th, td { padding-top: .1em; padding-bottom: .1em; }
  .small, caption { font-size: .86em; }
  .page + .page, .cuts { break-before: page; }
  #workings { font-size: 8.3pt; line-height: 1.22; }
  #workings h3 { font-size: 9.3pt; }
  #workings .columns { columns: 2; column-gap: 7mm; column-fill: balance; }
  .line { margin: .75em 0 .3em; }
  footer { display: none; }
}
)css";
}

}  // namespace preauth
