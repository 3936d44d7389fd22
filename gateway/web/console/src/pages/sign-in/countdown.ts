import { useEffect, useState } from 'react'

/** Seconds that have to pass, counted down to 0, and how to begin. */
export function useCountdown(): [number, (seconds: number) => void] {
  const [seconds, setSeconds] = useState(0)
  const running = seconds > 0
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => setSeconds((left) => left - 1), 1000)
    return () => clearInterval(timer)
  }, [running])
  return [seconds, setSeconds]
}
