// Allocates an address and releases it, for teams that have k6: k6 run -e ADDR=127.0.0.1:7443 -e CLUSTER=load -e NODE=n0 churn.js
// k6 cannot see an address that is given out twice; `podnet bench churn` can.
import grpc from 'k6/net/grpc';
import { check } from 'k6';

const client = new grpc.Client();
client.load(['../../../proto'], 'podnet/v1/ipam.proto');

const parent = `clusters/${__ENV.CLUSTER || 'load'}`;
const node = `${parent}/nodes/${__ENV.NODE || 'n0'}`;

// Open loop: so many starts in each second, whether or not earlier ones have ended.
export const options = {
  scenarios: {
    churn: { executor: 'constant-arrival-rate', rate: 1000, duration: '30s', preAllocatedVUs: 64, maxVUs: 256 },
  },
};

export default () => {
  if (__ITER === 0) {
    client.connect(__ENV.ADDR || '127.0.0.1:7443', { plaintext: true });
  }
  const allocationId = `k6-${__VU}-${__ITER}`;
  const allocated = client.invoke('podnet.v1.IpamService/AllocateAddress', { parent: parent, node: node, allocationId: allocationId });
  check(allocated, { allocated: (answer) => answer.status === grpc.StatusOK });
  const name = `${parent}/allocations/${allocationId}`;
  const released = client.invoke('podnet.v1.IpamService/ReleaseAddress', { name: name });
  check(released, { released: (answer) => answer.status === grpc.StatusOK });
};
