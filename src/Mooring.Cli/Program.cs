Console.WriteLine("mooring");
