import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { reading } from '@/api/automations'

const PAUSE_MS = 400

/** What a text says that is being written, as soon as the hand rests. */
export function useReading(yaml: string) {
  const [rested, setRested] = useState(yaml)
  useEffect(() => {
    const timer = setTimeout(() => setRested(yaml), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [yaml])
  const { data, error } = useQuery(reading(rested))
  return { read: rested === yaml ? data : undefined, faults: data?.faults ?? [], error }
}
