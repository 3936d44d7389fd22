import { expect, it } from 'vitest'
import { browserOf } from '@/pages/access/browser'

it.each([
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36', 'Chrome', 'Linux'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15', 'Safari', 'macOS'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:131.0) Gecko/20100101 Firefox/131.0', 'Firefox', 'Windows'],
])('tells browser and system of %s', (agent, browser, system) => {
  expect(browserOf(agent)).toEqual({ browser, system })
})

it.each(['curl/8.14.1', 'python-requests/2.32', '<script>alert(1)</script>', ''])('leaves programs as they call themselves: %s', (agent) => {
  expect(browserOf(agent)).toBeUndefined()
})
