/** How much room a column needs; one without a width is always there. */
export type Room = {
  /** The width of a column that is left out where there is little room. */
  wide?: string
  /** Left out first: where a rail stands beside the table, or on a tablet. */
  spare?: boolean
}

/** Shows a column where the table itself has room for it: how wide the window is says little beside a rail. */
export const roomOf = ({ wide, spare }: Room) => (wide === undefined ? undefined : spare ? 'hidden @5xl:table-cell' : 'hidden @2xl:table-cell')
