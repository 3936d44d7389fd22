import { expect, it } from 'vitest'
import { signatureOf } from '@/pages/privacy/model/receipt'

it('finds the signature in the file of a receipt, or alone', () => {
  expect(signatureOf('{"receipt":{},"jws":"aa.bb.cc"}')).toBe('aa.bb.cc')
  expect(signatureOf(' aa.bb-_.cc \n')).toBe('aa.bb-_.cc')
})

it('finds none in anything else', () => {
  for (const text of ['', 'hello', '{"jws":1}', '[', 'null', '[1]']) expect(signatureOf(text)).toBeUndefined()
})
