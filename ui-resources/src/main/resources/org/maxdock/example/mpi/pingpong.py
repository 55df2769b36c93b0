from mpi4py import MPI
world = MPI.COMM_WORLD
names = world.gather(MPI.Get_processor_name())
if world.rank == 0:
    print("ranks on", " ".join(names))
peer = world.size - 1
message = bytearray(8)
world.Barrier()
start = MPI.Wtime()
rounds = 200
for _ in range(rounds):
    if world.rank == 0:
        world.Send(message, dest=peer)
        world.Recv(message, source=peer)
    elif world.rank == peer:
        world.Recv(message, source=0)
        world.Send(message, dest=0)
if world.rank == 0:
    print("a message from rank 0 to rank %d takes %.1f us" % (peer, (MPI.Wtime() - start) / rounds / 2 * 1e6))
