// Tells when a graphics device of this worker is lost or has no memory left: WebLLM only logs it, and what it was doing never ends.

export interface DeviceNews {
  onlost(message: string): void;
  onfull(message: string): void;
}

/** Watches every device that this worker asks for from now on. A device that was destroyed on purpose is no news. */
export function watchDevices({ onlost, onfull }: DeviceNews): void {
  if (!('GPUAdapter' in globalThis)) return;
  const { requestDevice } = GPUAdapter.prototype;
  GPUAdapter.prototype.requestDevice = async function (this: GPUAdapter, wanted?: GPUDeviceDescriptor) {
    const device = await requestDevice.call(this, wanted);
    void device.lost.then(({ reason, message }) => {
      if (reason !== 'destroyed') onlost(message);
    });
    device.addEventListener('uncapturederror', ({ error }) => {
      if (error instanceof GPUOutOfMemoryError) onfull(error.message);
    });
    return device;
  };
}
