interface Option {
  value: string;
  disabled?: boolean;
}

/** How an option was last taken in hand: by arrows, or by its digit, also before it is there. */
export interface Hold {
  value: string | null;
  nth: number | null;
}

/**
 * The option that Enter picks: the one the arrows hold, else the digit's, else the first that may be picked. A digit whose
 * option is still to come or may not be picked holds nothing: Enter must not pick another.
 * @param digits so many options, from the first, have a digit
 */
export function optionInHand<T extends Option>(options: readonly T[], hold: Hold, digits: number): T | undefined {
  const fitting = options.filter(({ disabled }) => disabled !== true);
  const held = fitting.find(({ value }) => value === hold.value);
  if (held || hold.nth === null) return held ?? fitting[0];
  const meant = hold.nth > digits ? undefined : options[hold.nth - 1];
  return meant?.disabled === true ? undefined : meant;
}
