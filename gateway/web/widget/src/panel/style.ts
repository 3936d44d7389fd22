/** The panel. Directions are logical, colours are variables, sizes bear a larger font. */
export const PANEL_STYLE = `
.place{--paper:#fff;--soft:#f1f3f2;--ink:#1b2421;--quiet:#55625d;--line:#d5dcd9;--alarm:#b42318;
font:400 15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--ink);text-align:start}
.place[data-scheme=dark]{--paper:#161d1b;--soft:#232c29;--ink:#e9efec;--quiet:#a8b5b0;--line:#3a4642;--alarm:#ff9d92;color-scheme:dark}
@media(prefers-color-scheme:dark){.place[data-scheme=auto]{--paper:#161d1b;--soft:#232c29;--ink:#e9efec;--quiet:#a8b5b0;--line:#3a4642;--alarm:#ff9d92;color-scheme:dark}}
.panel{position:absolute;bottom:70px;right:0;display:flex;flex-direction:column;width:min(380px,calc(100vw - 40px));
height:min(620px,calc(100vh - 110px));height:min(620px,calc(100dvh - 110px));overflow:hidden;
background:var(--paper);border:1px solid var(--line);border-radius:18px;box-shadow:0 4px 12px #0002,0 16px 48px #0003}
:host([data-position=left]) .panel{right:auto;left:0}
.panel[hidden]{display:none}
.header{display:flex;align-items:center;gap:8px;padding:12px 10px 12px 18px;background:var(--accent);color:var(--on-accent)}
.place[dir=rtl] .header{padding:12px 18px 12px 10px}
h2{flex:1;margin:0;font-size:16px;font-weight:650;overflow-wrap:anywhere}
button{font:inherit;cursor:pointer}
svg{width:22px;height:22px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.plain{display:grid;place-items:center;width:36px;height:36px;padding:0;border:0;border-radius:10px;background:none;color:inherit}
.plain:hover{background:#8884}
:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
.header :focus-visible{outline-color:var(--on-accent)}
.log{flex:1;overflow-y:auto;overscroll-behavior:contain;padding:16px;display:flex;flex-direction:column;gap:10px}
.log:focus-visible{outline-offset:-3px}
.said{display:flex;flex-direction:column;align-items:flex-start;max-width:86%}
.mine{align-self:flex-end;align-items:flex-end}
.bubble{padding:9px 13px;border-radius:14px;background:var(--soft);overflow-wrap:anywhere}
.theirs .bubble{border-end-start-radius:4px}
.mine .bubble{background:var(--accent);color:var(--on-accent);border-end-end-radius:4px}
.waiting .bubble{opacity:.85}
.said[data-undone=true] .bubble{text-decoration:line-through}
.bubble bdi{display:block}
.bubble p{margin:0}
.bubble p+p,.bubble p+ul,.bubble ul+p{margin-top:8px}
.bubble ul{margin:0;padding-inline-start:20px}
a{color:inherit;text-decoration:underline;text-underline-offset:2px}
.speaker{font-size:12px;color:var(--quiet);margin:0 4px 2px}
.steps{list-style:none;display:flex;flex-wrap:wrap;gap:4px 12px;margin:6px 4px 0;padding:0;font-size:13px;color:var(--quiet)}
.steps li::before{content:"→";margin-inline-end:5px}
.place[dir=rtl] .steps li::before{content:"←"}
.notice{align-self:center;margin:4px 0;padding:5px 12px;border-radius:10px;border:1px solid var(--line);font-size:13px;color:var(--quiet);text-align:center}
.status{padding:0 16px;font-size:13px;color:var(--quiet)}
.status p{margin:0 0 10px}
.problem{color:var(--alarm)}
.typing{display:flex;gap:4px;width:max-content;padding:12px 13px;border-radius:14px;border-end-start-radius:4px;background:var(--soft)}
.typing i{width:7px;height:7px;border-radius:50%;background:var(--quiet)}
@media(prefers-reduced-motion:no-preference){
.typing i{animation:breathe 1.2s infinite}
.typing i:nth-of-type(2){animation-delay:.15s}
.typing i:nth-of-type(3){animation-delay:.3s}
.panel{animation:rise .16s ease-out}
}
@keyframes breathe{0%,60%,100%{opacity:.35}30%{opacity:1}}
@keyframes rise{from{opacity:0;transform:translateY(8px)}}
.choices{display:flex;flex-wrap:wrap;gap:8px;padding:0 16px 12px;max-height:34%;overflow-y:auto}
.choices button{min-height:34px;padding:5px 13px;border:1px solid var(--quiet);border-radius:17px;background:none;color:var(--ink);text-align:start;overflow-wrap:anywhere}
.choices button:hover{background:var(--soft)}
.consent{margin:0;padding:0 16px 10px;font-size:12.5px;color:var(--quiet)}
.composer{display:flex;align-items:flex-end;gap:8px;padding:10px 12px;border-top:1px solid var(--line)}
textarea{flex:1;min-width:0;max-height:120px;padding:8px 12px;border:1px solid var(--quiet);border-radius:12px;resize:none;overflow-y:auto;
background:var(--paper);color:inherit;font:inherit;font-size:16px;line-height:1.35}
textarea:focus-visible{outline-offset:-1px}
textarea::placeholder{color:var(--quiet);opacity:1}
.send{display:grid;place-items:center;flex:none;width:40px;height:40px;padding:0;border:0;border-radius:12px;background:var(--accent);color:var(--on-accent)}
.send:hover{filter:brightness(1.08)}
.place[dir=rtl] .send svg{transform:scaleX(-1)}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media(max-width:480px){
:host([data-open]){inset:0;bottom:0;right:0;left:0}
:host([data-open]) .launcher{display:none}
:host .panel,:host([data-position=left]) .panel{inset:0;width:auto;height:auto;border:0;border-radius:0}
}
@media(forced-colors:active){.bubble,.send,.header{border:1px solid CanvasText}}
`
