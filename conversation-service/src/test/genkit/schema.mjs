// The state of a buying process, as its flow publishes it.
import { z } from 'zod';

const texts = [
  'stage_name',
  'buyer_actions',
  'duration',
  'key_influencers',
  'seller_actions',
  'content_type',
  'key_message',
];

const Stage = z.object(Object.fromEntries(texts.map((text) => [text, z.string()])));

export const BuyingProcess = z.object({
  persona_id: z.string(),
  persona_name: z.string(),
  persona_pain_points: z.string(),
  buying_stages: z.array(Stage),
  ai_generated_summary: z.string().optional(),
  status: z.enum(['in_progress', 'completed']).default('in_progress'),
  last_updated_at: z.string().datetime(),
});
