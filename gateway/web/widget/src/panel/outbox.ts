import type { Storage } from './storage'
import type { Outgoing } from './wire'

const NAME = 'outbox'
const MOST = 50

/**
 * What the visitor has said and the server has not yet taken, oldest first. It outlives the page;
 * when two tabs send the same message, the server takes it once, because its id is the same.
 */
export class Outbox {
  readonly #storage: Storage

  constructor(storage: Storage) {
    this.#storage = storage
  }

  all(): Outgoing[] {
    return this.#storage.get<Outgoing[]>(NAME) ?? []
  }

  add(outgoing: Outgoing) {
    this.#storage.set(NAME, [...this.all(), outgoing].slice(-MOST))
  }

  done(messageId: string) {
    this.#storage.set(
      NAME,
      this.all().filter((outgoing) => outgoing.messageId !== messageId),
    )
  }
}

/** 128 random bits; also where the page is not served securely and has no randomUUID. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
