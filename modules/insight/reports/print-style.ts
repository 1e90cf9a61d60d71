/** The style of a printed report: black on white whatever the screen, A4, nothing cut in the middle. */
import { styleSheet } from '#base/html/svg.ts'

export const printStyle = styleSheet(`
@page{size:A4;margin:16mm 15mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt sans-serif;color:#646A65}}
*{box-sizing:border-box}
html{color-scheme:light}
body{margin:0;background:#fff;color:#1E2622;font:10.5pt/1.6 Inter,"PingFang SC","HarmonyOS Sans SC","Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;font-variant-numeric:tabular-nums;-webkit-print-color-adjust:exact;print-color-adjust:exact}
main{max-width:180mm;margin:0 auto}
h1{font-size:18pt;line-height:1.3;margin:0 0 2mm}
h2{font-size:13pt;line-height:1.4;margin:0 0 3mm;break-after:avoid}
h3{font-size:10.5pt;margin:3mm 0 1mm;break-after:avoid}
p{margin:0 0 2mm}
a{color:inherit;text-decoration:none}
header{border-bottom:1pt solid #1F6B4F;padding-bottom:3mm;margin-bottom:6mm}
section{margin:0 0 8mm}
.label{color:#1F6B4F;font-size:9pt;font-weight:600;margin:0;break-after:avoid}
.small{color:#646A65;font-size:8.5pt;line-height:1.5}
.notes{border-left:2pt solid #D9A441;padding-left:4mm}
.figures{display:grid;grid-template-columns:repeat(3,1fr);gap:3mm;margin:0 0 3mm}
.figure{border:.6pt solid #E7E2D8;border-radius:2mm;padding:2.5mm 3mm;display:flex;flex-direction:column;break-inside:avoid}
.figure b{font-size:14pt;line-height:1.3}
.figure .name{font-size:9pt;color:#646A65}
.good{color:#23704A}.bad{color:#B03325}.warn{color:#80570A}
figure{margin:0 0 3mm;break-inside:avoid}
figcaption{font-weight:600}
svg{display:block;width:100%;height:auto}
.ends{display:flex;justify-content:space-between}
table{width:100%;border-collapse:collapse;margin:0 0 3mm;font-size:9.5pt}
thead{display:table-header-group}
tr{break-inside:avoid}
th{font-weight:500;color:#646A65;text-align:left;border-bottom:.8pt solid #1E2622;padding:1mm 2mm 1mm 0}
td{border-bottom:.5pt solid #E7E2D8;padding:1.2mm 2mm 1.2mm 0;vertical-align:top}
.number{text-align:right;white-space:nowrap}
ul{margin:0 0 3mm;padding-left:5mm}
li.good,li.bad,li.warn{color:#1E2622}
li.warn::marker,li.bad::marker{color:#B03325}
@media screen{body{padding:24px 16px}.figures{grid-template-columns:repeat(auto-fill,minmax(150px,1fr))}}
`)
