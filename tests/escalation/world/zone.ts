/** Sets the time zone of this process, as if somebody did at the computer. @param zone an IANA name */
export function setTimezone(zone: string): void {
  process.env.TZ = zone;
}
