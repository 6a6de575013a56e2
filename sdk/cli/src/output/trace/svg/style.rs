//! Which colours and fonts does a picture have, in light and in dark surroundings?

/// The style sheet. Plain values twice instead of variables, which some renderers do not know.
pub(super) const CSS: &str = "\
text { font: 13px system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif; fill: #1f2328 }
.page { fill: #ffffff }
.card { fill: #f6f8fa; stroke: #d0d7de }
.m { font: 11px ui-monospace, 'DejaVu Sans Mono', 'Liberation Mono', Menlo, Consolas, monospace }
.b { font-weight: 600 }
.h { font-size: 15px; font-weight: 600 }
.k { font-size: 10px; letter-spacing: 0.6px }
.k, .q, .m.q { fill: #59636e }
.icon { fill: none; stroke: #59636e; stroke-width: 1.4 }
.arrow { stroke: #59636e; stroke-width: 1.6 }
.tip { fill: #59636e }
.wire { stroke: #afb8c1; stroke-width: 1 }
.lost { stroke: #cf222e; stroke-width: 2; stroke-dasharray: 6 4 }
.open { stroke: #9a6700; stroke-width: 2; stroke-dasharray: 6 4 }
.nat { fill: #ddf4ff } .nat-bar { fill: #0969da } .nat-text { fill: #0550ae }
.bad { fill: #ffebe9 } .bad-bar { fill: #cf222e } .bad-text { fill: #a40e26 }
.good { fill: #dafbe1 } .good-bar { fill: #1a7f37 } .good-text { fill: #116329 }
.warn { fill: #fff8c5 } .warn-bar { fill: #9a6700 } .warn-text { fill: #7d4e00 }
.mark { fill: none; stroke: #ffffff; stroke-width: 2; stroke-linecap: round }
.on { fill: #ffffff; font-weight: 600 }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 }
.page { fill: #0d1117 }
.card { fill: #161b22; stroke: #30363d }
.k, .q, .m.q { fill: #9198a1 }
.icon, .arrow { stroke: #9198a1 }
.tip { fill: #9198a1 }
.wire { stroke: #484f58 }
.lost { stroke: #f85149 } .open { stroke: #d29922 }
.nat { fill: #121d2f } .nat-bar { fill: #4493f8 } .nat-text { fill: #79c0ff }
.bad { fill: #2b1518 } .bad-bar { fill: #da3633 } .bad-text { fill: #ff7b72 }
.good { fill: #12261e } .good-bar { fill: #238636 } .good-text { fill: #56d364 }
.warn { fill: #272115 } .warn-bar { fill: #9e6a03 } .warn-text { fill: #e3b341 }
.on { fill: #ffffff }
}";
