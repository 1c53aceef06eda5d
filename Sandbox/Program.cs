Console.WriteLine("ArenaBot");
