import { Combobox, useCombobox } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect } from 'react';
import './pick-list.css';
import { FieldFrame } from './field.tsx';

export interface PickOption {
  value: string;
  /** What the row shows; give it words a screen reader can read. */
  node: ReactNode;
  /** Refused: stays in the list, is not picked. */
  disabled?: boolean;
}

export interface PickListProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  bareLabel?: boolean;
  placeholder?: string;
  query: string;
  onQuery(query: string): void;
  /** Already filtered and ranked by the caller. */
  options: readonly PickOption[];
  onPick(value: string): void;
  /** Words when no option fits. */
  nothing: ReactNode;
  autoFocus?: boolean;
  /** `inline` keeps the list open beneath the field (dialogs); `drop` opens it while typing (forms). */
  list?: 'inline' | 'drop';
  onKeyDown?(event: KeyboardEvent<HTMLInputElement>): void;
}

/** Type-ahead over options: arrows move, Enter picks, the first fitting option is always in hand. */
export function PickList(props: PickListProps) {
  const { query, onQuery, options, onPick, nothing, list = 'drop' } = props;
  const combobox = useCombobox();
  const inline = list === 'inline';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first option is taken anew whenever the list changes
  useEffect(() => {
    combobox.selectFirstOption();
  }, [query, options.length, options[0]?.value]);
  const rows = (
    <Combobox.Options className="pick-options">
      {options.map((option) => (
        <Combobox.Option
          key={option.value}
          value={option.value}
          disabled={option.disabled ?? false}
          className="pick-option"
        >
          {option.node}
        </Combobox.Option>
      ))}
      {options.length === 0 ? <div className="pick-nothing">{nothing}</div> : null}
    </Combobox.Options>
  );
  return (
    <Combobox
      store={combobox}
      unstyled
      withinPortal={false}
      transitionProps={{ duration: 0 }}
      onOptionSubmit={(value) => {
        onPick(value);
        combobox.closeDropdown();
      }}
    >
      <FieldFrame label={props.label} hint={props.hint} error={props.error} bareLabel={props.bareLabel ?? false}>
        {(ids) => {
          const input = (
            <input
              {...ids}
              type="text"
              autoComplete="off"
              className="control"
              value={query}
              placeholder={props.placeholder}
              data-autofocus={props.autoFocus ? true : undefined}
              onChange={(event) => {
                onQuery(event.currentTarget.value);
                combobox.openDropdown();
              }}
              onFocus={() => combobox.openDropdown()}
              onBlur={() => combobox.closeDropdown()}
              onKeyDown={props.onKeyDown}
            />
          );
          return inline ? (
            <Combobox.EventsTarget>{input}</Combobox.EventsTarget>
          ) : (
            <Combobox.Target>{input}</Combobox.Target>
          );
        }}
      </FieldFrame>
      {inline ? <div className="pick-inline">{rows}</div> : null}
      {inline ? null : (
        <Combobox.Dropdown className="pick-drop" hidden={query === '' && options.length === 0}>
          {rows}
        </Combobox.Dropdown>
      )}
    </Combobox>
  );
}
