import { defineConfig } from '@playwright/test'

const url = process.env.RAPPORT_URL ?? 'http://127.0.0.1:8080'

// Limits are for a machine ten times slower than a good one; nothing here waits by the clock.
export default defineConfig({
  testDir: 'journeys',
  outputDir: '../target/journeys/results',
  reporter: 'list',
  workers: 1,
  forbidOnly: process.env.CI !== undefined,
  // What only works when tried again is listed as flaky: a bug to be mended.
  retries: process.env.CI === undefined ? 0 : 2,
  timeout: 10 * 60_000,
  expect: { timeout: 60_000 },
  use: {
    baseURL: `${url}/app/`,
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1280, height: 820 },
    actionTimeout: 60_000,
    navigationTimeout: 120_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
      timeout: 120_000,
    },
  },
})
