import { createRoot } from 'react-dom/client';
import { connectEngine } from '#renderer/bridge/connect-engine.ts';
import { WallBoot } from '#renderer/features/wall/wall-boot.tsx';

const place = document.getElementById('wall');
if (place) createRoot(place).render(<WallBoot engine={connectEngine('wall').engine} />);
