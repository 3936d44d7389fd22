import { useFormats } from '@/i18n/formats'

/** When something happened, shortly; pointing at it shows when exactly. */
export function Ago({ time }: { time: string }) {
  const { ago, moment } = useFormats()
  return (
    <time dateTime={time} title={moment(time)}>
      {ago(time)}
    </time>
  )
}
