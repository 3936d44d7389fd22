import type { ConversationRecord, Flow, FlowField, RecordField } from '@/studio/model/wire'

// A flow that no service knows: whatever the Studio does for it, it does by its definition alone.

function field(path: string, type: string, label: string, more: Partial<FlowField> = {}): FlowField {
  return {
    path,
    type,
    label,
    help: '',
    control: false,
    asked: true,
    required: false,
    sensitive: false,
    generated: false,
    options: [],
    openOptions: false,
    suggestions: [],
    ...more,
  }
}

const KINDS = [
  { value: 'roof', label: 'Roof garden' },
  { value: 'yard', label: 'Back yard' },
]

export const garden: Flow = {
  name: 'garden-plan',
  version: 1,
  locale: 'en',
  dir: 'ltr',
  title: 'Garden plan',
  summaryField: 'outline',
  groups: [{ name: 'beds', key: 'bed_id', min: 1, max: 3, titlePath: 'beds[].plant', label: 'Beds', itemLabel: 'Bed' }],
  phases: [
    { id: 'hello', title: 'Hello', intro: '', fields: [field('ready', 'confirm', 'Ready', { control: true })] },
    {
      id: 'owner',
      title: 'The owner',
      intro: 'Who is it for?',
      fields: [
        field('owner', 'name', 'Owner', { required: true, placeholder: 'Ada Fern' }),
        field('kind', 'choice', 'Kind', { required: true, options: KINDS }),
        field('picture', 'image', 'Picture', { asked: false }),
        field('link_id', 'string', 'Link', { asked: false }),
      ],
    },
    {
      id: 'place',
      title: 'The place',
      intro: '',
      fields: [
        field('place.size', 'count', 'Size', { required: true }),
        field('place.load', 'money', 'Load', { appliesWhen: "kind in ['roof']" }),
        field('place.fence', 'confirm', 'Fence', { appliesWhen: "kind in ['yard']" }),
        field('place.wishes', 'tags', 'Wishes'),
        field('place.story', 'text', 'Story'),
      ],
    },
    {
      id: 'beds',
      title: 'Beds',
      intro: '',
      fields: [
        field('beds[].plant', 'string', 'Plant', { required: true }),
        field('beds[].care', 'text', 'Care', { required: true }),
      ],
    },
    { id: 'end', title: 'End', intro: '', fields: [field('outline', 'richtext', 'Outline', { generated: true, asked: false })] },
  ],
}

const open: RecordField = { state: 'open', rev: 0 }
const hidden: RecordField = { state: 'hidden', rev: 0 }

export function gardenRecord(more: Partial<ConversationRecord> = {}): ConversationRecord {
  return {
    id: 'c1',
    flow: 'garden-plan',
    rev: 1,
    status: 'in_progress',
    phase: 'hello',
    locale: 'en',
    dir: 'ltr',
    context: {},
    values: { beds: [] },
    open: ['owner'],
    asked: ['owner'],
    progress: { done: 0, total: 5 },
    createdAt: '2026-11-21T08:00:00Z',
    updatedAt: '2026-11-21T08:00:00Z',
    ...more,
    fields: {
      owner: open,
      kind: open,
      picture: open,
      link_id: open,
      'place.size': open,
      'place.load': hidden,
      'place.fence': hidden,
      'place.wishes': open,
      'place.story': open,
      outline: open,
      ...more.fields,
    },
  }
}

export function filled(value: RecordField['value'], rev: number, more: Partial<RecordField> = {}): RecordField {
  return { state: 'filled', rev, value: value!, by: 'chat', ...more }
}

/** A record with two beds. */
export function gardenWithBeds(more: Partial<ConversationRecord> = {}): ConversationRecord {
  return gardenRecord({
    rev: 9,
    asked: [],
    ...more,
    values: { beds: [{ bed_id: 'b1' }, { bed_id: 'b2' }] },
    fields: {
      'beds[b1].plant': filled('Roses', 5),
      'beds[b1].care': open,
      'beds[b2].plant': filled('Mint', 6),
      'beds[b2].care': open,
      ...more.fields,
    },
  })
}
