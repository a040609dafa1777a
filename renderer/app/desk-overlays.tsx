import { AlarmPanel } from '#renderer/features/alarms/alarm-panel.tsx';
import { ActMenu } from '#renderer/features/assign/act-menu.tsx';
import { AssignDialog } from '#renderer/features/assign/assign-dialog.tsx';
import { DevicesPanel } from '#renderer/features/devices/devices-panel.tsx';
import { QuickEntry } from '#renderer/features/entry/quick-entry.tsx';
import { HeldPanel } from '#renderer/features/held/held-panel.tsx';
import { AboutPanel } from '#renderer/features/help/about-panel.tsx';
import { HelpPanel } from '#renderer/features/help/help-panel.tsx';
import { JoinDialog } from '#renderer/features/join/join-dialog.tsx';
import { OutboxPanel } from '#renderer/features/outbox/outbox-panel.tsx';
import { CommandPalette } from '#renderer/features/palette/command-palette.tsx';
import { RulesPanel } from '#renderer/features/rules/rules-panel.tsx';
import { SignInPanel } from '#renderer/features/sign-in/sign-in-panel.tsx';
import { TilesPanel } from '#renderer/features/tiles/tiles-panel.tsx';
import { UndoBar } from '#renderer/features/undo/undo-bar.tsx';

/** All that may lie over the desk; each shows itself when the picture asks for it. */
export function DeskOverlays() {
  return (
    <>
      <UndoBar />
      <ActMenu />
      <AssignDialog />
      <CommandPalette />
      <QuickEntry />
      <JoinDialog />
      <AlarmPanel />
      <OutboxPanel />
      <HeldPanel />
      <DevicesPanel />
      <TilesPanel />
      <RulesPanel />
      <HelpPanel />
      <AboutPanel />
      <SignInPanel />
    </>
  );
}
