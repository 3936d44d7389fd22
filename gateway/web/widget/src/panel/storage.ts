/** Keeps small things for the next page; a page that may not store anything keeps them while it lasts. */
export class Storage {
  #kept = new Map<string, string>()
  readonly #prefix: string

  constructor(key: string) {
    this.#prefix = `rapport:${key}:`
  }

  get<T>(name: string): T | undefined {
    const text = this.#read(name)
    try {
      return text === null || text === undefined ? undefined : (JSON.parse(text) as T)
    } catch {
      return undefined
    }
  }

  set(name: string, value: unknown) {
    const text = JSON.stringify(value)
    this.#kept.set(name, text)
    try {
      localStorage.setItem(this.#prefix + name, text)
    } catch {
      // Kept in memory.
    }
  }

  #read(name: string) {
    try {
      return localStorage.getItem(this.#prefix + name) ?? this.#kept.get(name)
    } catch {
      return this.#kept.get(name)
    }
  }
}
