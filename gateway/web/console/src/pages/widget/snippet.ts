/** The line a page needs for the chat. */
export const snippet = (gateway: string, key: string) => `<script src="${gateway}/widget.js" data-key="${key}" defer></script>`
