/** One server-sent event. */
export interface ServerEvent {
  type: string
  id: string
  data: string
}

/** Reads a stream of server-sent events, however it is cut into pieces. */
export class EventReader {
  #rest = ''
  #type = ''
  #id = ''
  #data: string[] = []

  /** The last id seen, by which the stream can be resumed. */
  get id(): string {
    return this.#id
  }

  /** The events that are complete with this piece. */
  read(piece: string): ServerEvent[] {
    const lines = (this.#rest + piece).split(/\r\n|\n|\r(?!$)/)
    this.#rest = lines.pop()!
    return lines.flatMap((line) => this.#line(line))
  }

  #line(line: string): ServerEvent[] {
    if (line === '') return this.#done()
    const [, field, value] = /^([^:]*):? ?(.*)$/s.exec(line)!
    if (field === 'data') this.#data.push(value!)
    else if (field === 'event') this.#type = value!
    else if (field === 'id') this.#id = value!
    return []
  }

  #done(): ServerEvent[] {
    const event = { type: this.#type || 'message', id: this.#id, data: this.#data.join('\n') }
    const complete = this.#data.length > 0
    this.#type = ''
    this.#data = []
    return complete ? [event] : []
  }
}
