import { createRoot } from 'react-dom/client';
import { connectEngine } from '#renderer/bridge/connect-engine.ts';
import { DeskBoot } from './desk-boot.tsx';

const place = document.getElementById('desk');
if (place) createRoot(place).render(<DeskBoot connection={connectEngine('desk')} />);
