import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Lead } from '@/api/leads'
import { WhyCards } from '@/pages/leads/WhyCards'
import { inPage } from './inPage'

it('shows a sentence once, however much it says about a visitor', async () => {
  const said = { quote: 'We are ten people and use React', source: 'words' }
  const lead = {
    persona: { id: 'saas_startup', name: 'SaaS startup', confidence: 0.9 },
    personaEvidence: [
      { ...said, weight: 1.4 },
      { quote: 'What does it cost?', weight: 0.9 },
      { ...said, weight: 0.6 },
    ],
    recommendations: [],
    competitors: [],
  } as unknown as Lead
  await inPage(<WhyCards shown={lead} />)
  await screen.findByText('SaaS startup', {}, { timeout: 60_000 })
  expect(screen.getAllByRole('listitem')).toHaveLength(2)
})
