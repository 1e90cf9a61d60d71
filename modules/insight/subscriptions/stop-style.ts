import { styleSheet } from '#base/html/svg.ts'

/** The look of the page on which a reader stops a subscription: one card, light and dark. */
export const stopStyle = styleSheet(`
:root{color-scheme:light dark;--ink:#1E2622;--paper:#FAF8F4;--card:#fff;--line:#E7E2D8;--muted:#646A65;--pine:#1F6B4F;--on:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#E8EBE4;--paper:#131714;--card:#1B211D;--line:#2C342F;--muted:#99A29B;--pine:#55B88C;--on:#0E1A14}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px 16px;background:var(--paper);color:var(--ink);font:16px/1.7 Inter,"PingFang SC","HarmonyOS Sans SC","Noto Sans SC","Microsoft YaHei",system-ui,sans-serif}
main{width:100%;max-width:440px;background:var(--card);border:1px solid var(--line);border-radius:14px;padding:32px}
h1{font-size:20px;line-height:1.4;margin:0 0 8px}
p{margin:0;color:var(--muted)}
button{margin-top:24px;min-height:44px;padding:0 24px;border:0;border-radius:8px;background:var(--pine);color:var(--on);font:inherit;font-weight:600;cursor:pointer}
button:focus-visible{outline:3px solid var(--pine);outline-offset:2px}
`)
