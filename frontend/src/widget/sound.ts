let audio: AudioContext | undefined;

/** Browsers let a page make a sound only after the visitor has done something: call it on a click first. */
export function chime(): void {
  audio ??= new AudioContext();
  const { currentTime: now, destination } = audio;
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.setValueAtTime(660, now);
  tone.frequency.setValueAtTime(880, now + 0.09);
  volume.gain.setValueAtTime(0.08, now);
  volume.gain.exponentialRampToValueAtTime(0.001, now + 0.3);
  tone.connect(volume).connect(destination);
  tone.start(now);
  tone.stop(now + 0.3);
}
