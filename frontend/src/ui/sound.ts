let context: AudioContext | undefined;

const notes = [
  { hertz: 660, at: 0 },
  { hertz: 880, at: 0.11 },
];

/**
 * Two soft notes, made here: nothing is downloaded. A browser that lets no page sound before a first click
 * stays silent.
 */
export async function chime(): Promise<void> {
  try {
    context ??= new AudioContext();
    if (context.state === 'suspended') await context.resume();
  } catch {
    return;
  }
  for (const { hertz, at } of notes) {
    const begins = context.currentTime + at;
    const tone = context.createOscillator();
    const loudness = context.createGain();
    tone.frequency.value = hertz;
    loudness.gain.setValueAtTime(0, begins);
    loudness.gain.linearRampToValueAtTime(0.12, begins + 0.015);
    loudness.gain.exponentialRampToValueAtTime(0.0001, begins + 0.35);
    tone.connect(loudness).connect(context.destination);
    tone.start(begins);
    tone.stop(begins + 0.4);
  }
}
