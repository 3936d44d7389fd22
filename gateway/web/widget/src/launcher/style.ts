/** The button at the corner. It is fixed, so that nothing on the page moves. */
export const LAUNCHER_STYLE = `
:host{all:initial;position:fixed;z-index:2147483000;bottom:20px;right:20px;color-scheme:light}
:host([data-position=left]){right:auto;left:20px}
:host([hidden]){display:none}
*{box-sizing:border-box}
.launcher{display:grid;place-items:center;width:56px;height:56px;padding:0;border:0;border-radius:18px;cursor:pointer;
background:var(--accent);color:var(--on-accent);box-shadow:0 2px 6px #0003,0 8px 24px #0002}
.launcher:hover{filter:brightness(1.08)}
.launcher:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
.launcher svg{width:28px;height:28px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.launcher[aria-busy=true] svg{opacity:.5}
.launcher[data-unread]::after{content:"";position:absolute;top:-3px;right:-3px;width:16px;height:16px;border-radius:50%;
background:#c92a2a;border:2px solid #fff}
@media(forced-colors:active){.launcher{border:2px solid ButtonText}}
@media print{:host{display:none}}
@media(prefers-reduced-motion:no-preference){.launcher{transition:filter .15s}}
`
