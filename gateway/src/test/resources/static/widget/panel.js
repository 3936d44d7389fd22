export const panel = true
