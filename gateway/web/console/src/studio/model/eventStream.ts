/** One server-sent event. */
export interface StreamEvent {
  event: string
  data: string
  id: string
}

/**
 * Takes a stream of server-sent events apart, in pieces as they come off the wire. EventSource would
 * do this too, but sends no headers, notices no lost network, and says nothing of a refusal.
 */
export class EventStreamReader {
  private rest = ''
  private event = ''
  private data: string[] = []
  private id = ''

  /** The events that are complete with this piece. */
  read(piece: string): StreamEvent[] {
    const events: StreamEvent[] = []
    const text = this.rest + piece
    // A carriage return at the end may be half of a line break.
    const whole = text.endsWith('\r') ? text.slice(0, -1) : text
    const lines = whole.split(/\r\n|\n|\r/)
    this.rest = (lines.pop() ?? '') + text.slice(whole.length)
    for (const line of lines) {
      if (line !== '') this.field(line)
      else if (this.data.length > 0) events.push(this.complete())
      else this.event = ''
    }
    return events
  }

  private field(line: string) {
    const colon = line.indexOf(':')
    const name = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (name === 'event') this.event = value
    else if (name === 'data') this.data.push(value)
    else if (name === 'id' && !value.includes('\0')) this.id = value
  }

  private complete(): StreamEvent {
    const event = { event: this.event || 'message', data: this.data.join('\n'), id: this.id }
    this.event = ''
    this.data = []
    return event
  }
}
