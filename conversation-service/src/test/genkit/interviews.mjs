// What a person answers to which question, always the same.

const customerProfile = {
  ready: "Yes, let's start",
  type: 'Economic Buyer',
  b2b_b2c: 'B2B',
  prototype_name: 'Dana Rivera',
  company_is_right: 'Yes',
  company_name: 'Acme Robotics',
  job_title: 'Head of Operations',
  'demographics.age': '42',
  'demographics.income': '$120k',
  'demographics.education': 'MBA',
  'demographics.work_experience': '15+ years in logistics operations',
  'demographics.level_of_experience': 'Senior',
  'demographics.industry': 'Logistics',
  'demographics.num_employees': '200',
  'demographics.annual_revenue': '$30 million',
  'demographics.num_locations': '3',
  'demographics.years_in_business': '12 years',
  'demographics.markets_served': 'Europe and North America',
  'demographics.products_service': 'Warehouse robots and their upkeep',
  'psychographics.likes_dislikes': 'clear pricing, short meetings',
  review_now: 'finalize',
  want_summary: 'No',
};

const buyingProcess = {
  persona_name: 'Enterprise IT Manager',
  persona_pain_points: 'Too many disconnected tools and no view of what they cost',
  stage_mode: 'standard',
  duration: '2-3 weeks',
  key_influencers: 'The CIO and the security lead',
  content_type: 'A short case study',
  want_summary: 'Yes',
  next_action: 'done',
};

const answers = {
  'customer-profile': customerProfile,
  'buying-process': buyingProcess,
};

const anything = 'They compare three vendors and ask colleagues before they decide';

/** The answer to the first of the paths asked. */
export function answer(flow, [path]) {
  const column = path.replace(/^.*\]\./, '');
  return answers[flow][path] ?? answers[flow][column] ?? anything;
}

/**
 * Holds a whole interview.
 *
 * @param driver says things, see drivers.mjs
 * @param eachTurn looks at every turn
 * @returns the last turn
 */
export async function interview(driver, eachTurn = () => {}) {
  let turn = await driver.begin();
  eachTurn(turn);
  for (let turns = 0; turn.status !== 'completed' && turn.asked.length > 0; turns++) {
    if (turns === 120) throw new Error(`no end in sight, asked for ${turn.asked}`);
    turn = await driver.say(answer(driver.flow, turn.asked));
    eachTurn(turn);
  }
  return turn;
}
